import { defineKind } from '../define-kind.ts'

/** A VAT number with its country’s prefix; a company’s, unless it is a sole trader’s. */
export const euVat = defineKind({
  id: 'eu-vat',
  title: 'an EU VAT number',
  category: 'national-id',
  personal: 'sometimes',
  names: [
    'vat',
    'vat number',
    'vat id',
    'vatin',
    'ust id',
    'ustidnr',
    'umsatzsteuer id',
    'numero tva',
    'tva',
    'btw nummer',
    'btw',
    'numer vat',
  ],
  unless: ['rate', 'amount', 'percent'],
  values: {
    pattern:
      /^(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|GR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[ -]?[\dA-Z+*][\dA-Z+*. -]{6,13}$/i,
    checksum: { library: 'stdnum', passes: (value, { vat }) => vat(value) },
    chance: { of: 'DE#########', rate: 0.12 },
  },
})
