import { defineKind } from '../define-kind.ts'

/** Trade union membership (Art. 9 GDPR), by the column’s name. */
export const tradeUnion = defineKind({
  id: 'trade-union',
  title: 'trade union membership',
  category: 'special',
  personal: 'always',
  names: [
    'trade union',
    'labor union',
    'labour union',
    'union member',
    'union membership',
    'unionmember',
    'gewerkschaft*',
    'syndicat',
    'syndique',
    'sindicato',
    'sindicado',
    'afiliacion sindical',
    'sindacato',
    'iscrizione sindacale',
    'sindical',
    'vakbond',
    'vakbondslidmaatschap',
    'zwiazek zawodowy',
    'zwiazki zawodowe',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
})
