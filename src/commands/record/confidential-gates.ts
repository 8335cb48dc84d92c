import type { Evidence, GateName } from '../../core/evidence.ts'
import { isReadable } from '../../core/record/decision/evidence-document.ts'
import type { Settings } from '../../core/settings/schema.ts'
import { sensitiveColumns } from '../../core/tables/sensitive-columns.ts'
import { UserError } from '../../core/user-error.ts'
import type { Ports } from '../../ports.ts'
import { openContract } from '../open-contract.ts'
import type { FoundEvidence } from './find-evidence.ts'

/**
 * The gates whose evidence is to be encrypted: those the settings name, or those whose evidence is confidential by the contract: it
 * names a column that the contract classifies as sensitive, or rests on a contract that is not the one at hand. Evidence that cannot be
 * read is confidential too.
 */
export async function confidentialGates(
  found: readonly FoundEvidence[],
  { record: { encrypt }, data }: Settings,
  ports: Ports,
): Promise<ReadonlySet<GateName>> {
  if (encrypt === undefined) return new Set()
  if (encrypt.evidence !== 'confidential') return new Set(encrypt.evidence)
  const known = await knownContract(data.contract, ports)
  return new Set(
    found.flatMap(({ document }) =>
      isReadable(document) && !isConfidential(document.evidence, known) ? [] : [document.gate],
    ),
  )
}

interface KnownContract {
  readonly digests: ReadonlySet<string>
  readonly sensitive: ReadonlySet<string>
}

function isConfidential(evidence: Evidence, { digests, sensitive }: KnownContract): boolean {
  const contracts = evidence.materials.filter(({ role }) => role === 'contract')
  if (contracts.some(({ digest }) => !digests.has(digest.sha256))) return true
  const text = JSON.stringify(evidence)
  return [...sensitive].some(column => text.includes(JSON.stringify(column).slice(1, -1)))
}

/** Nothing is known of a contract that is not there or cannot be read; then whatever rests on one is confidential. */
async function knownContract(path: string | undefined, { files }: Ports): Promise<KnownContract> {
  if (path === undefined) return { digests: new Set(), sensitive: new Set() }
  try {
    const { contract, material, schemas } = await openContract(path, files)
    const digests = [material, ...schemas].map(({ digest }) => digest.sha256)
    return { digests: new Set(digests), sensitive: sensitiveColumns(contract) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { digests: new Set(), sensitive: new Set() }
  }
}
