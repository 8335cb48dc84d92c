import { DerError } from './der.ts'

/** A GeneralizedTime in UTC, to the millisecond: `20261130120000.5Z` (RFC 3161 §2.4.2 allows any fraction). */
export function readTime(bytes: Uint8Array): Date {
  const text = Buffer.from(bytes).toString('latin1')
  const [, year, month, day, hour, minute, second, fraction = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/.exec(text) ?? []
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
  const at = new Date(iso)
  if (Number.isNaN(at.getTime()) || at.toISOString() !== iso) throw new DerError('no time')
  return at
}
