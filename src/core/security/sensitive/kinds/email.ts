import { defineKind } from '../define-kind.ts'

/** An address of RFC 5321, without quoted local parts. */
export const email = defineKind({
  id: 'email',
  title: 'an e-mail address',
  category: 'contact',
  personal: 'always',
  names: [
    'email',
    'e mail',
    'mail',
    'emailaddress',
    'courriel',
    'correo',
    'correo electronico',
    'posta elettronica',
    '*mailadresse',
  ],
  values: {
    pattern: /^[^\s@",;<>]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,63}$/u,
    chance: { of: '********************', rate: 1e-6 },
  },
})
