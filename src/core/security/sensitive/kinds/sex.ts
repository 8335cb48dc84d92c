import { defineKind } from '../define-kind.ts'

/** Sex or gender, by the column’s name; the cells must be its words or codes (ISO/IEC 5218). */
export const sex = defineKind({
  id: 'sex',
  title: 'sex or gender',
  category: 'person',
  personal: 'always',
  names: [
    'sex',
    'gender',
    'geschlecht',
    'sexe',
    'genre',
    'sexo',
    'genero',
    'sesso',
    'genere',
    'geslacht',
    'plec',
    'płeć',
  ],
  unless: ['music', 'film', 'book', 'movie', 'game'],
  despite: ['code', 'flag'],
  values: {
    pattern:
      /^(?:[mfwhvkdxou]|[0129]|male|female|man|woman|men|women|other|unknown|nonbinary|non-binary|diverse?|divers|mann|frau|mannlich|männlich|weiblich|homme|femme|masculin|feminin|féminin|hombre|mujer|masculino|feminino|femenino|maschio|femmina|uomo|donna|homem|mulher|vrouw|mannelijk|vrouwelijk|kobieta|mezczyzna|mężczyzna)$/i,
  },
})
