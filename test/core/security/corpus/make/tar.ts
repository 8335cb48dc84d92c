import { joined } from './bytes.ts'

/** A tar archive of one file: POSIX's, or of before (V7), which has no magic number. `head` may take up part of the name. */
export function tar(name: string, content: string, form: 'ustar' | 'v7' = 'ustar'): Uint8Array {
  const octal = (value: number, size: number) => `${value.toString(8).padStart(size - 1, '0')}\0`
  const start = `${name.padEnd(100, '\0')}${octal(0o644, 8)}${octal(0, 8)}${octal(0, 8)}${octal(content.length, 12)}${octal(0, 12)}`
  const rest = `0${''.padEnd(100, '\0')}${form === 'ustar' ? 'ustar\x0000' : ''}`.padEnd(356, '\0')
  const sum = [...start, ...rest].reduce((total, character) => total + character.charCodeAt(0), 8 * 32)
  const header = `${start}${sum.toString(8).padStart(6, '0')}\0 ${rest}`
  return joined(header, content.padEnd(Math.ceil(content.length / 512) * 512, '\0'), '\0'.repeat(1024))
}
