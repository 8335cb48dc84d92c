import { encodeBase64 } from '../record/log/base64.ts'
import type { Leaf } from '../record/log/leaf.ts'
import { lifeOf } from '../record/promotion/life-of.ts'
import { instant } from '../record/statement/instant.ts'
import { readCertificate } from '../record/statement/read-certificate.ts'
import { type CertificateFacts, certificateFacts } from './certificate-facts.ts'
import type { EvidenceSummary } from './evidence-summary.ts'
import { logEvents } from './log-events.ts'
import { modelsOf } from './models-of.ts'
import type { Portal, PortalLog, PortalModel } from './portal.ts'
import { byTrustedPolicy, NOT_ASKED, type SignatureFound } from './signature-found.ts'
import { slugs } from './slugs.ts'

/** A log as it was read, or why it is not believed. */
export interface PortalSource {
  readonly name: string
  readonly log: ReadLog | { readonly message: string; readonly hint?: string | undefined }
}

/** Evidence that was found, whichever models it is about. */
export interface FoundEvidence {
  readonly summaries: readonly EvidenceSummary[]
  readonly unread: Portal['unread']
  /** From the digest of an evidence file to that of the signed statement about it. */
  readonly proofs: ReadonlyMap<string, string>
}

interface ReadLog {
  readonly leaves: readonly Leaf[]
  readonly documents: ReadonlyMap<string, string>
  /** Of certificates and refusals, by the digests of their documents; absent where nobody is named whose signatures count. */
  readonly signatures?: ReadonlyMap<string, SignatureFound> | undefined
  /** Digests of the policies whose certificates count; any, unless given. */
  readonly policies?: readonly string[] | undefined
  readonly witnessed: {
    readonly size: number
    readonly asOf?: Date
    readonly witnesses: readonly string[]
    readonly checkpoint: { readonly size: number; readonly root: Uint8Array }
  }
}

export interface PortalWorld {
  readonly now: Date
  sha256(content: Uint8Array | string): string
}

/** Everything that the pages show, from logs that were verified and evidence that was found. A log that is not believed shows nothing. */
export function portalOf(sources: readonly PortalSource[], evidence: FoundEvidence, world: PortalWorld): Portal {
  const read = sources.map(source => portalLog(source, evidence, world))
  const models = read
    .flatMap(({ models }) => models)
    .toSorted((a, b) => compare(a.name, b.name) || compare(a.log, b.log))
  const known = new Set(models.flatMap(({ versions }) => versions.map(({ id }) => id)))
  const names = slugs(models, world.sha256)
  return {
    now: instant(world.now),
    logs: read.map(({ log }) => log),
    models: models.map((model, i) => ({ ...model, slug: names[i] ?? '' })),
    unread: evidence.unread,
    strangers: evidence.summaries.filter(({ model }) => model === undefined || !known.has(model)),
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function portalLog(
  { name, log }: PortalSource,
  { summaries, proofs }: FoundEvidence,
  { now }: PortalWorld,
): { log: PortalLog; models: readonly PortalModel[] } {
  if ('message' in log)
    return { log: { ...NOTHING, name, fault: { message: log.message, hint: log.hint } }, models: [] }
  const { leaves, documents, witnessed, signatures, policies } = log
  const facts = new Map<string, CertificateFacts | undefined>()
  const factsOf = (text: string) => {
    if (!facts.has(text)) {
      const certificate = readCertificate(text)
      facts.set(text, certificate && certificateFacts(certificate))
    }
    return facts.get(text)
  }
  const signatureOf = (document: string, policy?: string) =>
    byTrustedPolicy(signatures?.get(document) ?? NOT_ASKED, policy, policies)
  const life = lifeOf(leaves, documents, now, text => factsOf(text)?.validity)
  return {
    log: {
      name,
      asksSignatures: signatures !== undefined,
      entries: leaves.length,
      size: witnessed.size,
      root: encodeBase64(witnessed.checkpoint.root),
      witnesses: witnessed.witnesses,
      ...(witnessed.asOf === undefined ? {} : { asOf: instant(witnessed.asOf) }),
      gaps: leaves
        .filter(({ document }) => !documents.has(document))
        .map(({ type, at, model, document }) => ({ type, at, model, document })),
      events: logEvents(leaves, documents),
    },
    models: modelsOf({ log: name, life, leaves, documents, factsOf, signatureOf, evidence: summaries, proofs }),
  }
}

const NOTHING = {
  asksSignatures: false,
  entries: 0,
  size: 0,
  root: '',
  witnesses: [],
  gaps: [],
  events: { policies: [], reviews: [], incidents: [] },
}
