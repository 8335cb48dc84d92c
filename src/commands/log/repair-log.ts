import { hex, sameBytes, utf8 } from '../../core/record/log/bytes.ts'
import type { TreeHead } from '../../core/record/log/checkpoint.ts'
import { faultError, isFault } from '../../core/record/log/log-fault.ts'
import { canonicalJson } from '../../core/record/statement/canonical-json.ts'
import { instant } from '../../core/record/statement/instant.ts'
import { UserError } from '../../core/user-error.ts'
import type { BranchChange, LogBranch } from '../../ports/log-branch.ts'
import { type Appended, appendToLog } from './append-to-log.ts'
import type { LogPorts } from './log-ports.ts'
import { type LogWriter, requireHead } from './log-writer.ts'
import { readHeads } from './read-heads.ts'
import { readLog } from './read-log.ts'

/** What to repair a log with. */
export interface Repair {
  /** The last good commit of the branch. */
  readonly to: string
  /** Why, for the `incident` that is logged. */
  readonly reason: string
}

/**
 * Restores the tree of the last good commit with a new commit on top, so that nothing has to be forced, and logs the incident. The good
 * commit is verified whole first, and refused where something larger was seen or is signed at the head: repairing must not be a way to
 * take back what was published.
 */
export async function repairLog({ to, reason }: Repair, writer: LogWriter, ports: LogPorts): Promise<Appended> {
  const { branch, origin, signer } = writer
  const head = await requireHead(branch)
  const log = { origin, key: signer, witnesses: [], quorum: 0 }
  const broken = await readHeads(branch, head, log, ports)
  const seen: TreeHead[] = [...(writer.seen ?? []), ...(isFault(broken) ? [] : [broken.checkpoint])]
  const good = await readLog(at(branch, to), log, seen, ports)
  if (isFault(good)) throw faultError(good)
  const change = await changeTo(branch, head, to)
  if (change.additions.length === 0 && change.deletions.length === 0)
    throw new UserError('log.nothing-to-repair', `Expected ${branch.name} to differ from ${to} but found it the same`, {
      hint: 'Give the last commit before the one that broke the log',
    })
  const restored = await branch.commit(head, change)
  if (typeof restored === 'string' && !(await isSame(branch, to)))
    throw new UserError('log.busy', `Expected to repair ${branch.name} but somebody else wrote to it`, {
      kind: 'environment',
      hint: 'Stop the jobs that write to the log, then run the repair again',
    })
  const when = instant(ports.now())
  const document = utf8(canonicalJson({ incident: 'repair', origin, from: head, to, reason, at: when }))
  const leaf = { v: 1, type: 'incident', at: when, document: `sha256:${hex(ports.noteKeys.hash(document))}` } as const
  return appendToLog([{ leaf, document }], { ...writer, seen }, ports)
}

/** The branch as it was at a commit. */
const at = (branch: LogBranch, commit: string): LogBranch => ({ ...branch, head: async () => commit })

async function isSame(branch: LogBranch, to: string): Promise<boolean> {
  const { additions, deletions } = await changeTo(branch, await requireHead(branch), to)
  return additions.length === 0 && deletions.length === 0
}

async function changeTo(branch: LogBranch, from: string, to: string): Promise<BranchChange> {
  const [now, then] = await Promise.all([branch.list(from), branch.list(to)])
  const additions: { path: string; content: Uint8Array }[] = []
  for (const path of then) {
    const content = await branch.read(to, path)
    const current = now.includes(path) ? await branch.read(from, path) : undefined
    if (content !== undefined && (current === undefined || !sameBytes(content, current)))
      additions.push({ path, content })
  }
  const kept = new Set(then)
  return {
    message: `Restore the log as of ${to}`,
    additions,
    deletions: now.filter(path => !kept.has(path)),
  }
}
