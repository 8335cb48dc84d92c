import { defineKind } from '../define-kind.ts'

/** A postal code, by the column’s name; the cells must look like one of Europe’s or a ZIP code. */
export const postcode = defineKind({
  id: 'postcode',
  title: 'a postcode',
  category: 'location',
  personal: 'sometimes',
  names: [
    'postcode',
    'post code',
    'postal code',
    'postalcode',
    'zip',
    'zip code',
    'zipcode',
    'plz',
    'postleitzahl',
    'code postal',
    'codigo postal',
    '=cap',
    'codice postale',
    'codice avviamento postale',
    'cep',
    'kod pocztowy',
    'kodpocztowy',
  ],
  values: {
    pattern:
      /^(?:[A-Z]{1,2}-?)?\d{4,5}(?:-\d{3,4})?$|^\d{2}-\d{3}$|^\d{3} \d{2}$|^\d{4} ?[A-Z]{2}$|^[A-Z]{1,2}\d[A-Z\d]? ?(?:\d[A-Z]{2})?$|^[A-Z]\d[\dW] ?[A-Z\d]{4}$/i,
  },
})
