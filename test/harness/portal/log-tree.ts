import { utf8 } from '../../../src/core/record/log/bytes.ts'
import { checkpointText } from '../../../src/core/record/log/checkpoint.ts'
import { grow } from '../../../src/core/record/log/grow.ts'
import type { Leaf } from '../../../src/core/record/log/leaf.ts'
import { leafBytes } from '../../../src/core/record/log/leaf-bytes.ts'
import { documentFile } from '../../../src/core/record/log/log-files.ts'
import { writeNote } from '../../../src/core/record/log/note.ts'
import { rangeHash } from '../../../src/core/record/log/range-hash.ts'
import type { Tile } from '../../../src/core/record/log/tile.ts'
import { tilePath } from '../../../src/core/record/log/tile-path.ts'
import { noteKeys } from '../../../src/signing/note-keys.ts'
import { logSigner, ORIGIN } from '../log/a-log.ts'
import { sha256 } from '../sha256.ts'

/** An entry by what its document says; `lost` where the log does not keep that. */
export interface Entered {
  readonly leaf: Omit<Leaf, 'v' | 'document'>
  readonly document: string
  readonly lost?: boolean
}

/** Every file of a log's branch that holds these entries, signed, by path. */
export function logTree(entered: readonly Entered[]): Map<string, Uint8Array | string> {
  const leaves = entered.map(({ leaf, document }): Leaf => ({ v: 1, ...leaf, document: `sha256:${sha256(document)}` }))
  const { written } = grow(0, () => new Uint8Array(), leaves.map(leafBytes), noteKeys.hash)
  const tiles = (tile: Tile) => written.get(tilePath(tile)) ?? new Uint8Array()
  const size = leaves.length
  const root = rangeHash({ from: 0, to: size }, size, tiles, noteKeys.hash)
  const text = checkpointText({ origin: ORIGIN, size, root })
  const signature = noteKeys.sign(logSigner.seed, utf8(text))
  return new Map<string, Uint8Array | string>([
    ...written,
    ...entered
      .filter(({ lost }) => lost !== true)
      .map(({ document }) => [documentFile(`sha256:${sha256(document)}`), document] as const),
    ['checkpoint', writeNote({ text, signatures: [{ name: ORIGIN, keyId: logSigner.keyId, signature }] })],
    ['state', text],
  ])
}
