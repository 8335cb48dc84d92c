import type { ArchivedFile } from './archived-file.ts'
import { BLOCK, checksum, NAME } from './tar-header.ts'

/**
 * The files of an archive as `writeTar` makes it; undefined where it is anything else: another kind of entry than a plain file, a name
 * with a folder in it, a name twice, a wrong checksum, bytes behind the end.
 */
export function readTar(archive: Uint8Array): readonly ArchivedFile[] | undefined {
  const files = new Map<string, ArchivedFile>()
  let at = 0
  for (;;) {
    const block = archive.subarray(at, at + BLOCK)
    if (block.length < BLOCK) return undefined
    if (block.every(byte => byte === 0)) break
    const entry = readHeader(block)
    if (!entry || files.has(entry.name)) return undefined
    const start = at + BLOCK
    const next = start + Math.ceil(entry.size / BLOCK) * BLOCK
    if (next > archive.length) return undefined
    files.set(entry.name, { name: entry.name, content: archive.slice(start, start + entry.size) })
    at = next
  }
  return archive.subarray(at).every(byte => byte === 0) ? [...files.values()] : undefined
}

function readHeader(block: Uint8Array): { name: string; size: number } | undefined {
  const text = (from: number, length: number) =>
    new TextDecoder('latin1').decode(block.subarray(from, from + length)).replace(/\0[\s\S]*$/, '')
  const number = (from: number, length: number) => {
    const digits = text(from, length).trim()
    return /^[0-7]{1,11}$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN
  }
  const [name, size] = [text(0, 100), number(124, 12)]
  const plain = (text(156, 1) === '0' || block[156] === 0) && text(345, 155) === ''
  if (!plain || !NAME.test(name) || text(257, 5) !== 'ustar') return undefined
  return Number.isNaN(size) || number(148, 8) !== checksum(block) ? undefined : { name, size }
}
