import type { RecordEntry } from '../../core/controls/record-entry.ts'
import type { Evidence } from '../../core/evidence.ts'
import { MAX_BUNDLE_BYTES } from '../../core/record/statement/bundle.ts'
import { CERTIFICATE_FILE, REFUSAL_FILE } from '../../core/record/statement/record-files.ts'
import type { LoadedTrust } from '../../core/record/trust/loaded-trust.ts'
import type { Ports } from '../../ports.ts'
import { BOM_FILE, CARD_FILE } from '../write-reports.ts'
import { entriesOfStatement } from './entries-of-statement.ts'

/** What the record holds in a folder: certificate or refusal with approvals and waivers, and the files that are made of evidence. */
export async function entriesInFolder(
  out: string,
  evidence: readonly Evidence[],
  { trust, notes }: { readonly trust: LoadedTrust | undefined; readonly notes: string[] },
  ports: Ports,
): Promise<RecordEntry[]> {
  return [...(await inFolder(out, trust, ports, ports.now(), notes)), ...madeOf(evidence, await reportsIn(out, ports))]
}

/** What certificate and refusal of the folder say. Where a signature does not hold, nothing of it counts. */
async function inFolder(
  out: string,
  trust: LoadedTrust | undefined,
  { files, sha256, signing }: Ports,
  now: Date,
  notes: string[],
): Promise<RecordEntry[]> {
  const entries: RecordEntry[] = []
  for (const name of [CERTIFICATE_FILE, REFUSAL_FILE]) {
    const path = `${out}/${name}`
    if (!(await files.exists(path))) continue
    const text = await files.readText(path, { maxBytes: MAX_BUNDLE_BYTES })
    const read = entriesOfStatement(name, text, sha256(text), now)
    if ('reason' in read) {
      notes.push(`${name} cannot be read: ${read.reason}`)
      continue
    }
    const signed = trust && (await signing.verify(text, trust, { logTimeComes: true }))
    if (!signed) notes.push(`The signature of ${name} was not verified: name the certifier's key with --key`)
    else if ('refused' in signed) notes.push(`${name} counts for nothing: ${signed.refused}`)
    const counts = !signed || !('refused' in signed)
    entries.push(...read.entries.map(entry => (counts ? entry : { ...entry, counts: false })))
  }
  return entries
}

/** Files that are made of evidence, and of which gate's. */
const MADE = [
  { kind: 'model-card', file: `${CARD_FILE}.json`, gate: 'model-certify', text: 'the model card' },
  { kind: 'bill-of-materials', file: BOM_FILE, gate: 'security-scan', text: 'the bill of materials' },
] as const

async function reportsIn(out: string, { files }: Ports): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { file } of MADE)
    if (await files.exists(`${out}/${file}`)) found.set(file, (await files.digest(`${out}/${file}`)).sha256)
  return found
}

/** Card and bill of materials, which are as old as the evidence that they are made of. */
const madeOf = (evidence: readonly Evidence[], present: ReadonlyMap<string, string>): RecordEntry[] =>
  MADE.flatMap(({ kind, file, gate, text }) => {
    const sha256 = present.get(file)
    const from = evidence.find(each => each.gate === gate)
    return sha256 === undefined || from === undefined
      ? []
      : [{ kind, text, at: from.run.finishedAt, counts: true, file, sha256 }]
  })
