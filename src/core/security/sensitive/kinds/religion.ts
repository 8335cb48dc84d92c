import { defineKind } from '../define-kind.ts'

/** Religious or philosophical belief (Art. 9 GDPR), by the column’s name. */
export const religion = defineKind({
  id: 'religion',
  title: 'religion or belief',
  category: 'special',
  personal: 'always',
  names: [
    'religi*',
    'faith',
    'denomination',
    'belief',
    'confession',
    'konfession',
    'glaube',
    'kirchensteuer',
    'kirche',
    'croyance',
    'culto',
    'fede',
    'fe religiosa',
    'creencia',
    'crenca',
    'geloof',
    'geloofsovertuiging',
    'wyznanie',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
})
