import { z } from 'zod'
import { luhn } from '../../security/sensitive/checksums/luhn.ts'

/** A text longer than any of them. */
const MAX_TEXT = 2048

const matches = (schema: z.ZodType) => (text: string) => schema.safeParse(text).success

/** Formats that texts may have, by name. */
const FORMATS = {
  email: matches(z.email()),
  uuid: matches(z.guid()),
  uri: matches(z.url()),
  hostname: matches(z.hostname()),
  ipv4: matches(z.ipv4()),
  ipv6: matches(z.ipv6()),
  mac: (text: string) => /^[0-9a-f]{2}(?:([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}|[0-9a-f]{10})$/i.test(text),
  iban,
  'credit-card': (text: string) =>
    /^\d{4}[ -]?\d{4,6}[ -]?\d{4,5}[ -]?\d{0,4}$/.test(text) && luhn(text.replace(/[ -]/g, '')),
  /** E.164: a plus and up to 15 digits, blanks and hyphens between them left out. */
  phone: (text: string) => /^\+[1-9]\d{6,14}$/.test(text.replace(/(?<=\d)[ -](?=\d)/g, '')),
  date: matches(z.iso.date()),
  datetime: matches(z.iso.datetime({ offset: true, local: true })),
} as const

/** Name of a format. */
export type FormatName = keyof typeof FORMATS

/** All of them. */
export const FORMAT_NAMES: FormatName[] = [
  'email',
  'uuid',
  'uri',
  'hostname',
  'ipv4',
  'ipv6',
  'mac',
  'iban',
  'credit-card',
  'phone',
  'date',
  'datetime',
]

/** Whether a text has the format. */
export const hasFormat = (format: FormatName, text: string): boolean => text.length <= MAX_TEXT && FORMATS[format](text)

/** ISO 13616: letters count as 10 to 35, and the number they make leaves 1 when divided by 97. */
function iban(text: string): boolean {
  const compact = text.replaceAll(' ', '')
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact)) return false
  let rest = 0
  for (const letter of compact.slice(4) + compact.slice(0, 4)) {
    for (const digit of String(Number.parseInt(letter, 36))) rest = (rest * 10 + Number(digit)) % 97
  }
  return rest === 1
}
