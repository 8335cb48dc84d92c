import { defineKind } from '../define-kind.ts'

/** A JSON Web Token (RFC 7519): whoever has it is let in. */
export const jwt = defineKind({
  id: 'jwt',
  title: 'a JSON Web Token',
  category: 'credential',
  personal: 'always',
  names: ['jwt', 'id token', 'bearer', 'bearer token'],
  values: {
    pattern: /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*$/,
    chance: { of: '**********.**********.**********', rate: 1e-6 },
  },
})
