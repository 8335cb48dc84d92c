import type { Evidence } from '../../core/evidence.ts'
import { isReadable } from '../../core/record/decision/evidence-document.ts'
import { bomStatement } from '../../core/record/evidence/bom-statement.ts'
import { evidenceUri } from '../../core/record/evidence/evidence-lines.ts'
import { type EvidenceName, evidenceStatement } from '../../core/record/evidence/evidence-statement.ts'
import { vulnsStatement } from '../../core/record/evidence/vulns-statement.ts'
import { MAX_PAYLOAD_BYTES } from '../../core/record/statement/bundle.ts'
import { statementBytes } from '../../core/record/statement/statement-bytes.ts'
import { evidenceResource } from '../../core/record/statement/statement-head.ts'
import type { Resource } from '../../core/record/statement/statement-shape.ts'
import type { Ports } from '../../ports.ts'
import { cyclonedx } from '../../report/cyclonedx/cyclonedx.ts'
import type { Seal } from '../open-seal.ts'
import type { ConfidentialEvidence } from './encrypt-evidence.ts'
import type { FoundEvidence } from './find-evidence.ts'

/** Evidence as the signer vouches for it. */
export interface SignedEvidence {
  /** An envelope for each statement; the whole bundle where only that can be verified. */
  readonly lines: readonly object[]
  /** How a certificate refers to it. */
  readonly resources: readonly Resource[]
}

/**
 * Signs a statement for each gate, and one each for the bill of materials and for the known vulnerabilities that follow from the evidence
 * which is not confidential. Evidence that is about no model, or cannot be read, is referred to by its file's digest alone, unless that is confidential.
 */
export async function signEvidence(
  found: readonly FoundEvidence[],
  { commitments }: ConfidentialEvidence,
  seal: Seal,
  { sha256 }: Ports,
): Promise<SignedEvidence> {
  const lines: object[] = []
  const resources: Resource[] = []
  const open: Evidence[] = []
  for (const { document } of found) {
    const hidden = commitments.get(document.gate)
    const statement = isReadable(document) && statementOf(document.evidence, document.sha256, hidden)
    if (statement) await add(document.gate, statement)
    else if (hidden === undefined) resources.push(...evidenceResource(document))
    if (isReadable(document) && hidden === undefined) open.push(document.evidence)
  }
  const bom = billOfMaterials(open)
  if (bom && statementBytes(bom).length <= MAX_PAYLOAD_BYTES) await add('bom', bom)
  for (const evidence of open) {
    const vulns = vulnsStatement(evidence, sha256)
    if (vulns && statementBytes(vulns).length <= MAX_PAYLOAD_BYTES) await add('vulns', vulns)
  }
  return { lines, resources }

  async function add(name: EvidenceName, statement: object): Promise<void> {
    const payload = statementBytes(statement)
    const { envelope, bundle, key } = await seal(payload, { witnessed: false })
    lines.push(key.kind === 'certificate' ? JSON.parse(bundle) : envelope)
    resources.push({ uri: evidenceUri(name), digest: { sha256: sha256(payload) } })
  }

  function statementOf(evidence: Evidence, digest: string, hidden: string | undefined) {
    return evidenceStatement(evidence, hidden === undefined ? { sha256: digest } : { commitment: hidden }, sha256)
  }

  /** As `security-scan` has it written, of a model that it names. */
  function billOfMaterials(evidence: readonly Evidence[]): object | undefined {
    const scanned = evidence.find(({ gate }) => gate === 'security-scan')
    if (!scanned || scanned.subject.length === 0) return undefined
    return bomStatement(cyclonedx(evidence, sha256), scanned.subject, sha256)
  }
}
