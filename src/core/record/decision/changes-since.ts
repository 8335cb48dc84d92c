import type { Evidence, GateName, Material } from '../../evidence.ts'
import type { Certificate, CertifiedClaim } from '../statement/certificate.ts'
import { certifiedClaims } from '../statement/certified-claims.ts'
import { CERTIFICATE_EXTENSION } from '../statement/identifiers.ts'

/** What is another than when the model's certificate of before was signed. */
export interface ChangesSince {
  readonly version: string | undefined
  /** When it was signed, ISO 8601. */
  readonly at: string
  readonly isSameModel: boolean
  /** Of every claim that it names and that was asked again. */
  readonly claims: readonly { readonly title: string; readonly before: Measured; readonly now: Measured }[]
  /** Titles of its claims that nobody asks any more. */
  readonly dropped: readonly string[]
  /** Files that gates read: those whose bytes changed, those that are new, those that are read no more. */
  readonly files: {
    readonly changed: readonly string[]
    readonly added: readonly string[]
    readonly gone: readonly string[]
  }
}

type Measured = CertifiedClaim['value']

/** Holds what is decided now against the certificate before. Of confidential gates nothing is told. */
export function changesSince(
  { predicate }: Certificate,
  modelId: string,
  evidence: readonly Evidence[],
  confidential: ReadonlySet<GateName>,
): ChangesSince {
  const { model, claims, data } = predicate[CERTIFICATE_EXTENSION]
  const open = evidence.filter(({ gate }) => !confidential.has(gate))
  const asked = new Map(open.flatMap(certifiedClaims).map(claim => [claim.metric, claim]))
  const isAsked = open.some(({ gate }) => gate === 'model-certify')
  return {
    version: model.version,
    at: predicate.timeVerified,
    isSameModel: model.id === modelId,
    claims: claims.flatMap(({ metric, title, value }) => {
      const now = asked.get(metric)
      return now ? [{ title, before: value, now: now.value }] : []
    }),
    dropped: isAsked ? claims.filter(({ metric }) => !asked.has(metric)).map(({ title }) => title) : [],
    files:
      open.length === evidence.length
        ? filesSince(
            data,
            open.flatMap(({ materials }) => materials),
          )
        : NONE,
  }
}

const NONE: ChangesSince['files'] = { changed: [], added: [], gone: [] }

function filesSince(before: readonly Material[], read: readonly Material[]): ChangesSince['files'] {
  const [then, now] = [digestsOf(before), digestsOf(read.filter(({ role }) => role !== 'artefact'))]
  return {
    changed: [...now].flatMap(([name, digest]) => (then.has(name) && then.get(name) !== digest ? [name] : [])),
    added: [...now.keys()].filter(name => !then.has(name)),
    gone: [...then.keys()].filter(name => !now.has(name)),
  }
}

const digestsOf = (materials: readonly Material[]) =>
  new Map(materials.map(({ name, digest }) => [name, digest.sha256]))
