import { protocolFault } from './protocol-fault.ts'

/** Where a message begins, after its kind and its length. */
const BODY = 5
/** Of a column, after its name: which it is of a table, and its type. */
const ABOUT = 18

/** How many columns a RowDescription tells of: each has a name that ends. */
export function columnsIn(message: Buffer): number {
  const count = message.length < BODY + 2 ? -1 : message.readUInt16BE(BODY)
  let at = BODY + 2
  for (let column = 0; column < count; column++) {
    const end = message.indexOf(0, at)
    if (end < 0) throw malformed()
    at = end + 1 + ABOUT
  }
  if (count < 0 || at !== message.length) throw malformed()
  return count
}

/** Holds a DataRow to the columns that were told: each cell has the length that it says, and nothing is left. */
export function checkRow(message: Buffer, columns: number | undefined): void {
  let at = BODY + 2
  if (message.length < at || message.readUInt16BE(BODY) !== columns) throw malformed()
  for (let column = 0; column < columns; column++) {
    const length = at + 4 > message.length ? -2 : message.readInt32BE(at)
    if (length < -1) throw malformed()
    at += 4 + Math.max(0, length)
  }
  if (at !== message.length) throw malformed()
}

const malformed = (): Error => protocolFault('rows that are not as they were told to be')
