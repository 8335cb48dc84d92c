import { readClaim } from './claim-reader.ts'

/** Reads columns that make groups together: `sex`, `sex and region`. */
export function parseGrouping(text: string): string[] {
  const reader = readClaim(text)
  const columns = [reader.name('the name of a column')]
  while (reader.has('and')) columns.push(reader.name("the name of a column after 'and'"))
  reader.end()
  return columns
}
