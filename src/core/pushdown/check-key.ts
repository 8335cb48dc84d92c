import { UserError } from '../user-error.ts'
import { keyOf, type TableThere } from './table-there.ts'

/** What is asked of a key that is a column: in how many rows it is filled, and between which numbers. */
export function keyItems(there: TableThere): string[] {
  const key = there.place === undefined && there.table.key !== undefined ? keyOf(there) : undefined
  return key ? [`count(${key})`, `min(${key})`, `max(${key})`] : []
}

/** A key has to tell rows apart, by numbers that every reader keeps. */
export function checkKey({ table }: TableThere, rows: number, [n, least, most]: readonly number[]): void {
  if (
    rows === 0 ||
    (n === rows && least !== undefined && least >= 0 && most !== undefined && most <= Number.MAX_SAFE_INTEGER)
  )
    return
  throw new UserError(
    'engine.key',
    `Expected the key '${table.key}' to be a whole number from 0 to 2^53 in every row but found ${n} of ${rows}, from ${least} to ${most} (${table.table})`,
    { hint: 'Name another column; or leave the key out' },
  )
}
