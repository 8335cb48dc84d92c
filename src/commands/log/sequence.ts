import { hex, utf8 } from '../../core/record/log/bytes.ts'
import { type Checkpoint, checkpointText, type TreeHead } from '../../core/record/log/checkpoint.ts'
import { grow } from '../../core/record/log/grow.ts'
import { leafBytes, readLeaf } from '../../core/record/log/leaf-bytes.ts'
import { faultError, isFault } from '../../core/record/log/log-fault.ts'
import { documentFile, MAX_DOCUMENT_BYTES, STATE_FILE } from '../../core/record/log/log-files.ts'
import { rangeHash } from '../../core/record/log/range-hash.ts'
import { TILE_WIDTH } from '../../core/record/log/tile.ts'
import { tilePath } from '../../core/record/log/tile-path.ts'
import { type CommittedEntry, committedEntries } from './committed-entries.ts'
import type { LogPorts } from './log-ports.ts'
import { type LogWrite, type LogWriter, requireHead } from './log-writer.ts'
import { type OpenHead, openHead } from './open-head.ts'
import { untilDone } from './patience.ts'

/** The writes as they stand in the log by now, in their order, and the heads that were seen on the way. */
export interface Sequenced {
  readonly entries: readonly CommittedEntry[]
  readonly seen: readonly TreeHead[]
}

/**
 * The first phase of an append: the entries and the new state, in one commit that stands only if nobody was faster. Every try begins
 * anew from the branch as it is then. What an earlier try has brought in although its answer was lost is found and not brought in again.
 */
export async function sequence(writes: readonly LogWrite[], writer: LogWriter, ports: LogPorts): Promise<Sequenced> {
  const { branch, origin, signer } = writer
  const log = { origin, key: signer }
  let seen = writer.seen ?? []
  let began: number | undefined
  return untilDone(
    branch.name,
    async () => {
      const commit = await requireHead(branch)
      const head = await openHead(branch, commit, log, seen, ports)
      if (isFault(head)) throw faultError(head)
      seen = [...(writer.seen ?? []), head.checkpoint]
      began ??= head.state.size
      const size = head.state.size
      const standing = await standingEntries(writes, began, head)
      const entries = writes.filter((_, n) => standing[n] === undefined).map(({ leaf }) => leafBytes(leaf))
      let next = size
      const all = writes.map(({ leaf }, n) => standing[n] ?? { index: next++, entry: leafBytes(leaf) })
      if (entries.length === 0) return { entries: all, seen }
      const growth = grow(size, head.tiles.get, entries, ports.noteKeys.hash)
      const root = rangeHash(
        { from: 0, to: growth.size },
        growth.size,
        tile => growth.written.get(tilePath(tile)) ?? head.tiles.get(tile),
        ports.noteKeys.hash,
      )
      const state: Checkpoint = { origin, size: growth.size, root }
      const committed = await branch.commit(commit, {
        message: messageOf(writes),
        additions: [
          ...[...growth.written].map(([path, content]) => ({ path, content })),
          { path: STATE_FILE, content: utf8(checkpointText(state)) },
          ...documentsOf(writes),
        ],
        deletions: growth.replaced,
      })
      return typeof committed === 'string' ? 'again' : { entries: all, seen }
    },
    ports,
  )
}

/**
 * The entry that each write is already. Since this append began: any leaf that says the same of the same document. In the entries at the
 * end before that: the very same leaf, time and all, as a job that is run again writes it; one may well log one document twice.
 */
async function standingEntries(
  writes: readonly LogWrite[],
  began: number,
  head: OpenHead,
): Promise<(CommittedEntry | undefined)[]> {
  const from = Math.floor(began / TILE_WIDTH) * TILE_WIDTH
  const entries = await committedEntries(from, head.state.size, head.tiles)
  if (isFault(entries)) throw faultError(entries)
  const bySaying = new Map<string, CommittedEntry>()
  for (const one of entries.filter(({ index }) => index >= began)) {
    const leaf = readLeaf(one.entry)
    if (leaf !== undefined) bySaying.set(sayingOf(leaf), one)
  }
  const byBytes = new Map(entries.map(one => [hex(one.entry), one]))
  return writes.map(({ leaf }) => bySaying.get(sayingOf(leaf)) ?? byBytes.get(hex(leafBytes(leaf))))
}

/** What a leaf says, whenever it says it. */
export const sayingOf = ({ type, document, target }: LogWrite['leaf']): string =>
  JSON.stringify([type, document, target])

function messageOf(writes: readonly LogWrite[]): string {
  const [first] = writes
  if (writes.length > 1 || first === undefined) return `Log ${writes.length} entries`
  const { type, model } = first.leaf
  return `Log ${type}${model === undefined ? '' : ` of ${model}`}`
}

const documentsOf = (writes: readonly LogWrite[]) => [
  ...new Map(
    writes.flatMap(({ leaf, document }) =>
      document === undefined || document.length > MAX_DOCUMENT_BYTES
        ? []
        : [[documentFile(leaf.document), { path: documentFile(leaf.document), content: document }] as const],
    ),
  ).values(),
]
