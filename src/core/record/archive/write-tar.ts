import type { ArchivedFile } from './archived-file.ts'
import { BLOCK, checksum, NAME } from './tar-header.ts'

/**
 * A tar archive (POSIX.1-1988 ustar) that is a function of its files alone: in the order given, with mode 0600, owner 0 and the time 0.
 * Two blocks of zeros end it.
 */
export function writeTar(files: readonly ArchivedFile[]): Uint8Array {
  const parts = files.flatMap(({ name, content }) => [header(name, content.length), content, padding(content.length)])
  const blocks = [...parts, new Uint8Array(2 * BLOCK)]
  const archive = new Uint8Array(blocks.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const block of blocks) {
    archive.set(block, at)
    at += block.length
  }
  return archive
}

function header(name: string, size: number): Uint8Array {
  if (!NAME.test(name)) throw new Error(`No name for an archive: ${name}`)
  const block = new Uint8Array(BLOCK)
  const put = (at: number, text: string) => block.set(new TextEncoder().encode(text), at)
  put(0, name)
  put(100, '0000600\0')
  put(108, '0000000\0')
  put(116, '0000000\0')
  put(124, `${octal(size, 11)}\0`)
  put(136, `${octal(0, 11)}\0`)
  put(156, '0')
  put(257, 'ustar\x0000')
  put(148, `${octal(checksum(block), 6)}\0 `)
  return block
}

const padding = (size: number) => new Uint8Array((BLOCK - (size % BLOCK)) % BLOCK)
const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')
