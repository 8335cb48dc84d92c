import type { Due } from '../record/promotion/dues-of.ts'
import type { CertificateLife, Life, LifeEvent, ModelLife, TargetLife } from '../record/promotion/life.ts'
import type { CertificateFacts } from './certificate-facts.ts'
import type { EvidenceSummary } from './evidence-summary.ts'
import type { LogEvents } from './log-events.ts'
import type { RefusalFacts } from './refusal-facts.ts'
import type { SignatureFound } from './signature-found.ts'

/** A log as it was read, or why nothing of it is shown. */
export interface PortalLog {
  /** Where it is: `acme/governance@proofmark-log`. */
  readonly name: string
  /** Why it is not believed: then nothing of it is shown. */
  readonly fault?: { readonly message: string; readonly hint?: string | undefined }
  /** Whether somebody is named whose signatures count: else none was verified. */
  readonly asksSignatures: boolean
  readonly entries: number
  readonly size: number
  /** Root of its tree, base64. */
  readonly root: string
  readonly witnesses: readonly string[]
  readonly asOf?: string
  /** Entries whose documents it does not keep. */
  readonly gaps: readonly LogGap[]
  readonly events: LogEvents
}

/** An entry of which only the digest of its document is known. */
export interface LogGap {
  readonly type: string
  readonly at: string
  readonly model: string | undefined
  readonly document: string
}

export interface PortalCertificate extends CertificateLife {
  /** The model id, and what the model's owner calls this version. */
  readonly id: string
  readonly version: string
  /** What its text says; undefined where the log does not keep it. */
  readonly facts: CertificateFacts | undefined
  readonly signature: SignatureFound
}

export interface PortalRefusal {
  readonly at: string
  readonly id: string
  readonly version: string
  readonly facts: RefusalFacts | undefined
  readonly signature: SignatureFound
}

/** Evidence of a model: of a certification where the digests lead from the certificate to the file's bytes, else only about the same files. */
export interface PortalEvidence extends EvidenceSummary {
  /** SHA-256 of the certificate that rests on it. */
  readonly certificate: string | undefined
  readonly version: string
}

export interface PortalEvent extends LifeEvent {
  readonly version: string
}

/** A model by its name, with all versions of it that a log knows. */
export interface PortalModel {
  readonly name: string
  /** Name of its page, without the ending. */
  readonly slug: string
  /** The log that knows it. */
  readonly log: string
  readonly repository: string | undefined
  readonly life: Life
  readonly versions: readonly ModelLife[]
  /** The newest first, as all that follows. */
  readonly certificates: readonly PortalCertificate[]
  readonly refusals: readonly PortalRefusal[]
  readonly events: readonly PortalEvent[]
  readonly evidence: readonly PortalEvidence[]
  /** Where production points at it now, or points no longer. */
  readonly targets: readonly TargetLife[]
  /** Soonest first. */
  readonly dues: readonly Due[]
}

/** Everything that the pages show. */
export interface Portal {
  /** When it was made, for what is valid and what is due. */
  readonly now: string
  readonly logs: readonly PortalLog[]
  readonly models: readonly PortalModel[]
  /** Evidence files that could not be read at all. */
  readonly unread: readonly { readonly path: string; readonly reason: string }[]
  /** Evidence about a model that no log knows, or about none. */
  readonly strangers: readonly EvidenceSummary[]
}
