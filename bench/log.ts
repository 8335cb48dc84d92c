/**
 * What the log costs: an append at 1, 1,000 and 100,000 entries (time, bytes uploaded), and the verification of one of 10,000 entries,
 * offline. Run: node bench/log.ts
 */
import { appendToLog } from '../src/commands/log/append-to-log.ts'
import { initLog } from '../src/commands/log/init-log.ts'
import { readLog } from '../src/commands/log/read-log.ts'
import { utf8 } from '../src/core/record/log/bytes.ts'
import { checkpointText } from '../src/core/record/log/checkpoint.ts'
import { grow } from '../src/core/record/log/grow.ts'
import { leafBytes } from '../src/core/record/log/leaf-bytes.ts'
import { isFault } from '../src/core/record/log/log-fault.ts'
import { writeNote } from '../src/core/record/log/note.ts'
import { rangeHash } from '../src/core/record/log/range-hash.ts'
import type { Tile } from '../src/core/record/log/tile.ts'
import { tilePath } from '../src/core/record/log/tile-path.ts'
import { noteKeys } from '../src/signing/note-keys.ts'
import { logPorts, logSigner, NOW, ORIGIN, trustIn, writes } from '../test/harness/log/a-log.ts'
import { memoryBranch } from '../test/harness/log/memory-branch.ts'

const REPEATS = 20

const ports = logPorts(NOW)
const writer = (branch = memoryBranch()) => ({ branch, origin: ORIGIN, signer: logSigner })
const leavesOnly = (count: number, from: number) => writes(count, from).map(({ leaf }) => ({ leaf }))

async function logOf(size: number) {
  const log = writer()
  await initLog(log, ports)
  const entries = leavesOnly(size, 0).map(({ leaf }) => leafBytes(leaf))
  const { written } = grow(0, () => new Uint8Array(), entries, noteKeys.hash)
  const tiles = (tile: Tile) => written.get(tilePath(tile)) ?? new Uint8Array()
  const text = checkpointText({
    origin: ORIGIN,
    size,
    root: rangeHash({ from: 0, to: size }, size, tiles, noteKeys.hash),
  })
  const signature = noteKeys.sign(logSigner.seed, utf8(text))
  const note = writeNote({ text, signatures: [{ name: ORIGIN, keyId: logSigner.keyId, signature }] })
  log.branch.tamper({ ...Object.fromEntries(written), checkpoint: note, state: text })
  return log
}

console.log('entries   ms per append   KB uploaded per append   files read')
for (const size of [1, 1000, 100_000]) {
  const log = await logOf(size)
  let read = 0
  function counted(commit: string, path: string) {
    read++
    return log.branch.read(commit, path)
  }
  const counting = { ...log, branch: { ...log.branch, read: counted } }
  const before = log.branch.uploaded
  const started = performance.now()
  for (let n = 0; n < REPEATS; n++) await appendToLog(leavesOnly(1, size + n), counting, ports)
  const ms = (performance.now() - started) / REPEATS
  const kilobytes = (log.branch.uploaded - before) / REPEATS / 1000
  console.log(
    `${String(size).padStart(7)}${ms.toFixed(1).padStart(16)}${kilobytes.toFixed(1).padStart(25)}${(read / REPEATS).toFixed(1).padStart(13)}`,
  )
}

const { branch } = await logOf(10_000)
const started = performance.now()
const log = await readLog(branch, trustIn(), [], ports)
if (isFault(log)) throw new Error(log.message)
console.log(`\nverified ${log.leaves.length} entries in ${((performance.now() - started) / 1000).toFixed(2)} s`)
