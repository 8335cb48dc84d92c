import { evidenceFile, GATES } from '../../core/evidence.ts'
import { evidenceProofs } from '../../core/portal/evidence-proofs.ts'
import { type EvidenceSummary, evidenceSummary } from '../../core/portal/evidence-summary.ts'
import type { FoundEvidence } from '../../core/portal/portal-of.ts'
import { MAX_EVIDENCE_BYTES } from '../../core/record/decision/evidence-document.ts'
import { MAX_EVIDENCE_LINES_BYTES } from '../../core/record/evidence/evidence-lines.ts'
import { EVIDENCE_FILE } from '../../core/record/statement/record-files.ts'
import { UserError } from '../../core/user-error.ts'
import type { Ports } from '../../ports.ts'
import { messageOf } from '../promotion/message-of.ts'

const NAMES: ReadonlySet<string> = new Set(GATES.map(evidenceFile))
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/**
 * Every evidence file in folders and below them, each content once, and the signed statements beside them that lead from a certificate
 * to a file. What cannot be read is said and passed over.
 */
export async function findEvidence(
  paths: readonly string[],
  { files, sha256, log }: Pick<Ports, 'files' | 'sha256' | 'log'>,
): Promise<FoundEvidence> {
  const summaries = new Map<string, EvidenceSummary>()
  const proofs = new Map<string, string>()
  const unread: { path: string; reason: string }[] = []
  for (const [n, path] of (await listed()).entries()) {
    log.progress(`Reading evidence: ${n + 1}`)
    await attempt(path, () => readOne(path))
  }
  return { summaries: [...summaries.values()], proofs, unread }

  async function listed(): Promise<string[]> {
    const found = new Set<string>()
    for (const path of paths)
      await attempt(path, async () => {
        for (const file of await files.list([path]))
          if (NAMES.has(nameOf(file)) || nameOf(file) === EVIDENCE_FILE) found.add(file)
      })
    return [...found]
  }

  async function readOne(path: string): Promise<void> {
    if (nameOf(path) === EVIDENCE_FILE) {
      const read = evidenceProofs(await files.readText(path, { maxBytes: MAX_EVIDENCE_LINES_BYTES }), sha256)
      if (read === undefined) unread.push({ path, reason: 'it holds no signed statements' })
      for (const [file, statement] of read ?? []) proofs.set(file, statement)
      return
    }
    const summary = evidenceSummary(path, await files.read(path, { maxBytes: MAX_EVIDENCE_BYTES }), sha256)
    if (typeof summary === 'string') unread.push({ path, reason: summary })
    else if (!summaries.has(summary.sha256)) summaries.set(summary.sha256, summary)
  }

  async function attempt(path: string, act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      unread.push({ path, reason: messageOf(error) })
    }
  }
}
