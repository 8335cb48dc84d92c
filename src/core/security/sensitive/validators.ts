/** Libraries that know check digits and numbering plans; heavy, so each is loaded only when a column asks for it. */
export type Library = 'stdnum' | 'ibantools' | 'libphonenumber'

/** What the libraries answer. One that was not loaded is never asked. */
export interface Validators {
  /** Whether the number is valid by the rules of `country` (ISO 3166) for `number` (stdnum's name of it). */
  stdnum(country: string, number: string, value: string): boolean
  /** Whether any country's VAT rules take the number with its country prefix. */
  vat(value: string): boolean
  iban(value: string): boolean
  /** Whether it is a number of a numbering plan, written with `+` and the country's code. */
  phone(value: string): boolean
}
