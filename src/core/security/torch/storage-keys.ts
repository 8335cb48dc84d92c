import { decodeText } from '../bytes.ts'
import { byteReader } from '../content/byte-reader.ts'
import type { Source } from '../content/source.ts'
import { viewAt } from '../content/view-at.ts'

const [PROTO, EMPTY_LIST, BINPUT, LONG_BINPUT, MARK, BINUNICODE, APPEND, APPENDS, STOP] = Array.from(
  '\x80]qr(Xae.',
  code => code.charCodeAt(0),
)
/** Bytes of each instruction's argument that mean nothing here. */
const SKIPPED = new Map([
  [EMPTY_LIST, 0],
  [BINPUT, 1],
  [LONG_BINPUT, 4],
  [MARK, 0],
  [APPEND, 0],
  [APPENDS, 0],
])

/** The texts of a list of texts, pickled as torch does (protocol 2); undefined for a stream with any other instruction. */
export function readStorageKeys(source: Source, start: number, end: number): string[] | undefined {
  const byteAt = byteReader(source)
  if (byteAt(start) !== PROTO || byteAt(start + 1) !== 2 || byteAt(start + 2) !== EMPTY_LIST) return undefined
  const keys: string[] = []
  let at = start + 2
  while (at < end) {
    const code = byteAt(at++)
    if (code === STOP) return at === end ? keys : undefined
    if (code === BINUNICODE && at + 4 <= end) {
      const from = at + 4
      at = from + viewAt(source, at, 4).getUint32(0, true)
      const key = at > end ? undefined : decodeText(source, from, at)
      if (key === undefined) return undefined
      keys.push(key)
    } else {
      const skipped = SKIPPED.get(code)
      if (skipped === undefined) return undefined
      at += skipped
    }
  }
  return undefined
}
