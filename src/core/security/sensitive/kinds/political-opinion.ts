import { defineKind } from '../define-kind.ts'

/** Political opinions (Art. 9 GDPR), by the column’s name. */
export const politicalOpinion = defineKind({
  id: 'political-opinion',
  title: 'political opinion',
  category: 'special',
  personal: 'always',
  names: [
    'political',
    'political party',
    'political opinion',
    'politics',
    'party affiliation',
    'vote intention',
    'voting intention',
    'politische meinung',
    'parteizugehorigkeit',
    'opinion politique',
    'parti politique',
    'opinion politica',
    'partido politico',
    'orientamento politico',
    'opinione politica',
    'partito politico',
    'opiniao politica',
    'politieke voorkeur',
    'politieke partij',
    'poglady polityczne',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
})
