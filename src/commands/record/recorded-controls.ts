import { assessControls } from '../../core/controls/assess-controls.ts'
import { frameworkOf } from '../../core/controls/control.ts'
import type { ControlStatus } from '../../core/controls/control-status.ts'
import type { RecordEntry } from '../../core/controls/record-entry.ts'
import type { EvidenceDocument } from '../../core/record/decision/evidence-document.ts'
import type { Chain } from '../../core/record/statement/chain.ts'
import { CERTIFICATE_FILE, REFUSAL_FILE } from '../../core/record/statement/record-files.ts'
import type { Settings } from '../../core/settings/schema.ts'
import { UserError } from '../../core/user-error.ts'
import type { Ports } from '../../ports.ts'
import { catalogueOf } from '../catalogue-of.ts'
import { entriesOfStatement } from '../controls/entries-of-statement.ts'
import { filesMadeOf } from '../controls/files-made-of.ts'

interface JustRecorded {
  readonly kind: 'certificate' | 'refusal'
  readonly bundle: string
  readonly documents: readonly EvidenceDocument[]
  readonly chain: Chain
  readonly at: Date
  readonly out: string
}

/**
 * How far the evidence of a certification goes for each control, at the time it was signed. Earlier entries of the log count for nothing
 * here: `proofmark controls` asks for them. A catalogue that cannot be read is for that command to complain about.
 */
export async function recordedControls(
  { controls }: Pick<Settings, 'controls'>,
  { kind, bundle, documents, chain, at, out }: JustRecorded,
  { files }: Pick<Ports, 'files'>,
): Promise<readonly ControlStatus[] | undefined> {
  try {
    const catalogue = await catalogueOf(controls, files)
    const { frameworks } = controls
    const wanted = frameworks ? catalogue.filter(control => frameworks.includes(frameworkOf(control))) : catalogue
    const file = kind === 'certificate' ? CERTIFICATE_FILE : REFUSAL_FILE
    const told = entriesOfStatement(file, bundle, chain.sha256, at)
    const entries = [
      ...('entries' in told ? told.entries : []),
      ...logEntry(chain, at),
      ...(await filesMadeOf(documents, out, files)),
    ]
    return assessControls(wanted, {
      documents,
      entries,
      at,
      freshDays: controls['fresh-days'],
      ...(controls.owners ? { owners: controls.owners } : {}),
    })
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

const logEntry = ({ entry, sha256 }: Chain, at: Date): RecordEntry[] =>
  entry
    ? [
        {
          kind: 'log',
          text: `entry ${entry.index} of ${entry.origin}`,
          at: at.toISOString(),
          counts: true,
          file: `log:sha256:${sha256}`,
          sha256,
        },
      ]
    : []
