/** Parts one after another; text is taken character by character as bytes. */
export const joined = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))))

/** The bytes as text of one character each. */
export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** A little-endian number of so many bytes, as text of one character each. */
export function little(value: number, size: number): string {
  let text = ''
  let rest = value
  for (let i = 0; i < size; i++) {
    text += String.fromCharCode(rest % 256)
    rest = Math.floor(rest / 256)
  }
  return text
}

/** UTF-8 text, as text of one character per byte. */
export const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

/** A copy with other bytes from `at` on. */
export function changed(original: Uint8Array, at: number, by: string | Uint8Array): Uint8Array {
  const copy = original.slice()
  copy.set(typeof by === 'string' ? Buffer.from(by, 'latin1') : by, at < 0 ? original.length + at : at)
  return copy
}
