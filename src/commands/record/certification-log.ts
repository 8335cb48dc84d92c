import { encodeBase64 } from '../../core/record/log/base64.ts'
import { utf8 } from '../../core/record/log/bytes.ts'
import { certificationLeaves, type LoggedCertification } from '../../core/record/log/certification-leaves.ts'
import type { Leaf } from '../../core/record/log/leaf.ts'
import { faultError, isFault } from '../../core/record/log/log-fault.ts'
import { documentFile } from '../../core/record/log/log-files.ts'
import { loggedAt } from '../../core/record/log/logged-at.ts'
import type { LastSeen } from '../../core/record/statement/certificate.ts'
import type { Settings } from '../../core/settings/schema.ts'
import type { Ports } from '../../ports.ts'
import type { ReceiptSource } from '../collect-receipts.ts'
import { appendToLog } from '../log/append-to-log.ts'
import type { LogWriter } from '../log/log-writer.ts'
import { openLog, openLogToWrite, rememberSeen } from '../log/open-log.ts'
import { readLog } from '../log/read-log.ts'
import { seenBySuperseded } from './seen-by-superseded.ts'

/** The log of a certification, read whole before anything is decided. */
export interface CertificationLog {
  /** What a certificate says of it: whoever holds the certificate can tell that the log was rewritten. */
  readonly seen: LastSeen
  /** Receipts of approvals of a model that are in the log, with the log's time. */
  receipts(modelId: string): Promise<ReceiptSource[]>
  /** Enters what came of the certification; returns the proof that its document is in the log. Absent where nothing is to be entered. */
  readonly enter?: (certification: LoggedCertification) => Promise<string>
}

/**
 * Opens the log that `record.log` names; undefined where it names none. A pull request, and a merge queue, certify what may never be
 * merged: they enter nothing, and read it only where the policy asks for approvals, whose receipts are in it.
 */
export async function openCertificationLog(
  { record, policy }: Pick<Settings, 'record' | 'policy'>,
  keyText: string | undefined,
  ports: Ports,
): Promise<CertificationLog | undefined> {
  const named = record.log
  if (named === undefined) return undefined
  const { base, pullRequest } = ports.context
  const enters = base === undefined && pullRequest === undefined
  if (!enters && policy.approvals === undefined) return undefined
  const owner = enters ? await openLogToWrite(named, keyText, ports) : undefined
  const opened = owner ?? (await openLog(named, { trusted: policy.trust?.log }, ports))
  const seen = [...opened.seen, ...(await seenBySuperseded(record, opened.trust.origin, ports))]
  const writer = owner && { ...owner, seen }
  const { branch } = opened
  // Witnesses are asked when a certificate is verified: what they are to watch is yet to be written.
  const log = await readLog(branch, { ...opened.trust, quorum: 0, maxAgeHours: undefined }, seen, ports)
  if (isFault(log)) throw faultError(log)
  const remember = (note: string) => rememberSeen(named, note, ports)
  await remember(log.note)
  const leaves: readonly Leaf[] = log.leaves.map(({ leaf }) => leaf)
  return {
    seen: {
      origin: opened.trust.origin,
      lastSeen: { size: log.checkpoint.size, root: encodeBase64(log.checkpoint.root) },
    },

    async receipts(modelId) {
      const found: ReceiptSource[] = []
      for (const [index, { type, id, document }] of leaves.entries()) {
        if (type !== 'approval' || id !== `sha256:${modelId}`) continue
        const content = await branch.read(log.commit, documentFile(document))
        if (content === undefined || `sha256:${ports.sha256(content)}` !== document) continue
        if (isReceipt(content)) found.push({ name: document, content, loggedAt: loggedAt(leaves, index) })
      }
      return found
    },
    ...(writer ? { enter: certification => entered(certification, writer) } : {}),
  }

  async function entered(certification: LoggedCertification, writer: LogWriter): Promise<string> {
    const entries = certificationLeaves(certification, leaves, ports.sha256)
    const writes = entries.map(({ leaf, document }) => ({ leaf, document: utf8(document) }))
    const appended = await appendToLog(writes, writer, ports)
    await remember(appended.note)
    const document = `sha256:${ports.sha256(certification.bundle)}`
    const entry = appended.entries.find(({ leaf }) => leaf.document === document)
    if (!entry) throw new Error('What was entered is not among the entries')
    return entry.proof
  }
}

/** Reviews of pull requests are approvals, too, and are asked of the forge each time. */
const isReceipt = (content: Uint8Array) => new TextDecoder().decode(content).includes('/receipt/v1"')
