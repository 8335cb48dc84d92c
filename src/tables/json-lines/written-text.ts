/** The text of a cell that is written with escapes, or as a list or an object: these as JSON without blanks. */
export function writtenText(written: string): string {
  const value: unknown = JSON.parse(written)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
