import { luhn } from '../checksums/luhn.ts'
import { defineKind } from '../define-kind.ts'

/** A payment card number (ISO/IEC 7812): an issuer’s range, its length, and the Luhn digit. */
export const creditCard = defineKind({
  id: 'credit-card',
  title: 'a payment card number',
  category: 'payment',
  personal: 'always',
  names: [
    'card number',
    'credit card',
    'creditcard',
    'cc number',
    'ccn',
    'pan',
    'debit card',
    'kreditkarte',
    'kreditkartennummer',
    'kartennummer',
    'carte bancaire',
    'carte de credit',
    'numero carte',
    'tarjeta',
    'tarjeta de credito',
    'carta di credito',
    'numero carta',
    'cartao',
    'cartao de credito',
    'creditcardnummer',
    'kaartnummer',
    'karta',
    'numer karty',
  ],
  unless: ['type', 'brand', 'limit', 'score'],
  values: {
    pattern: /^\d{4}(?:[ -]?\d{4,6}){2}(?:[ -]?\d{1,5})?$/,
    checksum: { passes: value => isIssued(value.replace(/\D/g, '')) && luhn(value) },
    chance: { of: '################', rate: 0.03 },
  },
})

/** Visa, Mastercard, American Express, Diners Club, Discover, JCB, Maestro, UnionPay, Mir: first digits and length. */
const isIssued = (digits: string): boolean =>
  /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|(?:5018|5020|5038|6304|6759|676[1-3])\d{8,15}|62\d{14,17}|220[0-4]\d{12})$/.test(
    digits,
  )
