import type { Library, Validators } from './validators.ts'

const unloaded = (library: Library) => (): never => {
  throw new Error(`${library} was asked but not loaded`)
}

/** The validators of these libraries, of which no other is loaded. */
export async function loadValidators(libraries: ReadonlySet<Library>): Promise<Validators> {
  const [numbers, ibans, phones] = await Promise.all([
    libraries.has('stdnum') ? import('stdnum') : undefined,
    libraries.has('ibantools') ? import('ibantools') : undefined,
    libraries.has('libphonenumber') ? import('libphonenumber-js/max') : undefined,
  ])
  return {
    stdnum: numbers
      ? (country, number, value) => numbers.stdnum[country]?.[number]?.validate(value).isValid ?? false
      : unloaded('stdnum'),
    vat: numbers
      ? value => {
          const compact = value.replace(/[\s.-]/g, '').toUpperCase()
          const country = compact.slice(0, 2) === 'EL' ? 'GR' : compact.slice(0, 2)
          // An Italian or Dutch validator takes the number without its prefix only.
          return (numbers.euVat[country] ?? []).some(
            each => each.validate(compact).isValid || each.validate(compact.slice(2)).isValid,
          )
        }
      : unloaded('stdnum'),
    iban: ibans ? value => ibans.isValidIBAN(value.replace(/\s/g, '').toUpperCase()) : unloaded('ibantools'),
    phone: phones ? value => phones.isValidPhoneNumber(value) : unloaded('libphonenumber'),
  }
}
