import type { Leaf } from '../record/log/leaf.ts'
import { duesOf } from '../record/promotion/dues-of.ts'
import type { Life, ModelLife } from '../record/promotion/life.ts'
import type { CertificateFacts } from './certificate-facts.ts'
import type { EvidenceSummary } from './evidence-summary.ts'
import type { PortalEvidence, PortalModel } from './portal.ts'
import { type RefusalFacts, refusalFacts } from './refusal-facts.ts'
import type { SignatureFound } from './signature-found.ts'

interface Known {
  readonly log: string
  readonly life: Life
  readonly leaves: readonly Leaf[]
  readonly documents: ReadonlyMap<string, string>
  factsOf(text: string): CertificateFacts | undefined
  /** Of the document with this digest, which was decided by the policy with that one. */
  signatureOf(document: string, policy?: string): SignatureFound
  readonly evidence: readonly EvidenceSummary[]
  readonly proofs: ReadonlyMap<string, string>
}

interface Version {
  readonly model: ModelLife
  readonly name: string
  readonly version: string
}

/** The models of a log: all versions of one name together, each with the evidence about its files. */
export function modelsOf(known: Known): PortalModel[] {
  const { log, life, documents, factsOf, signatureOf, evidence, proofs } = known
  const textOf = (sha256: string) => documents.get(`sha256:${sha256}`) ?? ''
  const refused = Map.groupBy(refusalsOf(known), ({ id }) => id)
  const versions = life.models.map(model => {
    const said = [
      ...model.certificates.map(({ sha256 }) => factsOf(textOf(sha256))),
      ...(refused.get(model.id) ?? []).map(({ facts }) => facts),
    ].findLast(facts => facts?.name !== undefined)
    return { model, ...named(model, said) }
  })
  const found = Map.groupBy(evidence, ({ model }) => model ?? '')
  const certified = new Map(
    life.models.flatMap(({ certificates }) =>
      certificates.flatMap(({ sha256 }) =>
        (factsOf(textOf(sha256))?.attested ?? []).map(digest => [digest, sha256] as const),
      ),
    ),
  )
  return [...Map.groupBy(versions, ({ name }) => name)].map(([name, group]) => portalModel(name, group))

  function portalModel(name: string, group: readonly Version[]): PortalModel {
    const ids = new Set(group.map(({ model }) => model.id))
    const places = new Set(group.flatMap(({ model }) => model.stays.map(({ target }) => target)))
    const targets = life.targets.filter(({ to, target }) => ids.has(to?.id ?? '') || places.has(target))
    const own: Life = {
      ...life,
      models: group.map(({ model }) => model),
      targets: targets.filter(({ to }) => ids.has(to?.id ?? '')),
    }
    const certificates = group
      .flatMap(({ model, version }) =>
        model.certificates.map(certificate => {
          const facts = factsOf(textOf(certificate.sha256))
          const signature = signatureOf(`sha256:${certificate.sha256}`, facts?.policy.sha256)
          return { ...certificate, id: model.id, version, facts, signature }
        }),
      )
      .toSorted(newestFirst)
    return {
      name,
      slug: '',
      log,
      repository: certificates.find(({ facts }) => facts?.source.repository !== undefined)?.facts?.source.repository,
      life: own,
      versions: own.models,
      certificates,
      refusals: group
        .flatMap(({ model, version }) => (refused.get(model.id) ?? []).map(refusal => ({ ...refusal, version })))
        .toSorted(newestFirst),
      events: group
        .flatMap(({ model, version }) => model.events.map(event => ({ ...event, version })))
        .toSorted(newestFirst),
      evidence: group
        .flatMap(({ model, version }) => (found.get(model.id) ?? []).map(one => proven(one, version)))
        .toSorted((a, b) => Date.parse(b.finishedAt) - Date.parse(a.finishedAt)),
      targets,
      dues: duesOf(own),
    }
  }

  function proven(summary: EvidenceSummary, version: string): PortalEvidence {
    const statement = proofs.get(summary.sha256)
    return { ...summary, version, certificate: statement === undefined ? undefined : certified.get(statement) }
  }
}

const newestFirst = (a: { readonly at: string }, b: { readonly at: string }) => Date.parse(b.at) - Date.parse(a.at)

function refusalsOf({ leaves, documents, signatureOf }: Known) {
  return leaves.flatMap(({ type, id, at, document }) => {
    if (type !== 'refusal' || id === undefined) return []
    const facts: RefusalFacts | undefined = refusalFacts(documents.get(document) ?? '')
    return [{ at, id: id.slice('sha256:'.length), facts, signature: signatureOf(document) }]
  })
}

/** What a model is called, and its version: by what was signed, else by the log's entry, whose last word is the version where it has one. */
function named(
  { name, id }: ModelLife,
  said: { readonly name: string | undefined; readonly version: string | undefined } | undefined,
): { name: string; version: string } {
  if (said?.name !== undefined) return { name: said.name, version: said.version ?? id.slice(0, 12) }
  const cut = name.lastIndexOf(' ')
  return cut > 0 ? { name: name.slice(0, cut), version: name.slice(cut + 1) } : { name, version: id.slice(0, 12) }
}
