import type { Subject } from '../../evidence.ts'
import { VERSION } from '../../version.ts'
import { documentName, type EvidenceDocument } from '../decision/evidence-document.ts'
import type { Policy } from '../policy/policy.ts'
import { policyDigest } from '../policy/policy-digest.ts'
import { STATEMENT_TYPE, VERIFIER_ID } from './identifiers.ts'
import { instant } from './instant.ts'
import { SUMS_FILE } from './record-files.ts'
import { MAX_LISTED_FILES, type Resource } from './statement-shape.ts'

/** Everything that certificate and refusal are made of. */
export interface StatementInput {
  readonly modelId: string
  readonly model: { readonly name?: string | undefined; readonly version?: string | undefined }
  readonly subject: readonly Subject[]
  readonly documents: readonly EvidenceDocument[]
  readonly policy: Policy
  readonly policyUri: string
  /** Commit that the policy was read at, where it was. */
  readonly policyCommit?: string | undefined
  readonly source: {
    readonly repository?: string | undefined
    readonly repositoryId?: string | undefined
    readonly commit?: string | undefined
    readonly ref?: string | undefined
    readonly run?: string | undefined
  }
  readonly at: Date
  readonly sha256: (content: string | Uint8Array) => string
  /** What it rests on; the evidence files unless given. */
  readonly attestations?: readonly Resource[] | undefined
}

/** The head of a statement: the model by its id, then each of its files unless they are too many. */
export function statementHead({ modelId, subject }: Pick<StatementInput, 'modelId' | 'subject'>) {
  const files = subject.length > MAX_LISTED_FILES ? [] : subject
  return {
    _type: STATEMENT_TYPE,
    subject: [
      { name: SUMS_FILE, digest: { sha256: modelId, dirHash1: modelId } },
      ...files.map(({ name, digest }) => ({ name, digest })),
    ],
  }
}

/** What certificate and refusal both say: who decided when, about what, by which policy, on which evidence. */
export function predicateHead(input: StatementInput) {
  const { model, modelId, documents, policy, policyUri, policyCommit, at, sha256 } = input
  return {
    verifier: { id: VERIFIER_ID, version: { proofmark: VERSION } },
    timeVerified: instant(at),
    resourceUri: resourceUri(model, modelId),
    policy: {
      uri: policyUri,
      digest: {
        sha256: policyDigest(policy, sha256),
        ...(policyCommit === undefined ? {} : { gitCommit: policyCommit }),
      },
    },
    inputAttestations: input.attestations ?? documents.flatMap(evidenceResource),
  }
}

/** An evidence file by its bytes; nothing of one that could not be read. */
export const evidenceResource = (document: EvidenceDocument): Resource[] =>
  document.sha256 === undefined ? [] : [{ uri: documentName(document), digest: { sha256: document.sha256 } }]

/** What a verification summary calls a model: a package URL (ECMA-427) of type generic where it has a name, else its id. */
export function resourceUri({ name, version }: StatementInput['model'], id: string): string {
  if (name === undefined) return `urn:sha256:${id}`
  return `pkg:generic/${encodeURIComponent(name)}${version === undefined ? '' : `@${encodeURIComponent(version)}`}`
}
