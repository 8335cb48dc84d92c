import { defineKind } from '../define-kind.ts'

/** An international bank account number (ISO 13616): the country’s length and mod 97. */
export const iban = defineKind({
  id: 'iban',
  title: 'a bank account number (IBAN)',
  category: 'payment',
  personal: 'always',
  names: [
    'iban',
    'bank account',
    'account number',
    'kontonummer',
    'bankverbindung',
    'compte bancaire',
    'numero de compte',
    'rib',
    'cuenta bancaria',
    'numero de cuenta',
    'conto corrente',
    'conta bancaria',
    'nib',
    'rekeningnummer',
    'rekening',
    'numer konta',
    'rachunek',
  ],
  values: {
    pattern: /^[a-z]{2}\d{2}[a-z\d ]{10,36}$/i,
    checksum: { library: 'ibantools', passes: (value, { iban }) => iban(value) },
    chance: { of: 'DE####################', rate: 0.012 },
  },
})
