import { defineKind } from '../define-kind.ts'

/** Sex life or sexual orientation (Art. 9 GDPR), by the column’s name. */
export const sexualOrientation = defineKind({
  id: 'sexual-orientation',
  title: 'sexual orientation',
  category: 'special',
  personal: 'always',
  names: [
    'sexual orientation',
    'orientation sexuelle',
    'orientacion sexual',
    'orientamento sessuale',
    'orientacao sexual',
    'sexuelle orientierung',
    'sexuelle ausrichtung',
    'seksuele geaardheid',
    'seksuele orientatie',
    'geaardheid',
    'orientacja seksualna',
    'sexuality',
    'sexualitat',
    'lgbt',
    'sex life',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
})
