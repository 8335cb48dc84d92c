/** Bytes that rows were found in. */
export interface ScannedBytes {
  readonly bytes: Buffer
  /** Place in the file of the first of them. */
  readonly base: number
  /** Whether all of them are ASCII. */
  readonly ascii: boolean
}

/** The text of a cell; `end` is its complement where `textOf` tells it from what is written. */
export function cellText(
  { bytes, ascii }: ScannedBytes,
  start: number,
  end: number,
  textOf: (written: string) => string,
): string {
  const stop = end < 0 ? ~end : end
  if (start === stop) return ''
  const text = bytes.toString(ascii ? 'latin1' : 'utf8', start, stop)
  return end < 0 ? textOf(text) : text
}
