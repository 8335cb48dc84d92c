import type { RecordEntry } from '../../core/controls/record-entry.ts'
import type { EvidenceDocument } from '../../core/record/decision/evidence-document.ts'
import { MAX_BUNDLE_BYTES } from '../../core/record/statement/bundle.ts'
import { CERTIFICATE_FILE, REFUSAL_FILE } from '../../core/record/statement/record-files.ts'
import type { LoadedTrust } from '../../core/record/trust/loaded-trust.ts'
import type { Ports } from '../../ports.ts'
import { entriesOfStatement } from './entries-of-statement.ts'
import { filesMadeOf } from './files-made-of.ts'

/** What the record holds in a folder: certificate or refusal with approvals and waivers, and the files that are made of evidence. */
export async function entriesInFolder(
  out: string,
  documents: readonly EvidenceDocument[],
  { trust, notes }: { readonly trust: LoadedTrust | undefined; readonly notes: string[] },
  ports: Ports,
): Promise<RecordEntry[]> {
  return [
    ...(await inFolder(out, trust, ports, ports.now(), notes)),
    ...(await filesMadeOf(documents, out, ports.files)),
  ]
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
