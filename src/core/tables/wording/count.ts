import { grouped } from '../../wording/grouped.ts'

/** A number of things: `1 row`, `2 rows`. */
export const count = (n: number, noun: string): string => `${grouped(n)} ${noun}${n === 1 ? '' : 's'}`

/** All of them, one by one: `the only row`, `each of 2 rows`. */
export const each = (n: number, noun: string): string =>
  n === 1 ? `the only ${noun}` : `each of ${grouped(n)} ${noun}s`
