import type { Evidence, GateName, Material } from '../../evidence.ts'
import { lakefsAddress } from '../hook/lakefs-address.ts'
import type { Certificate, CertifiedClaim } from '../statement/certificate.ts'
import { certifiedClaims } from '../statement/certified-claims.ts'
import { CERTIFICATE_EXTENSION } from '../statement/identifiers.ts'
import type { DataSince } from './data-since.ts'

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
  /** What lakeFS says of data that was certified at another commit. */
  readonly data?: readonly DataSince[]
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
  const [then, now] = [byFile(before), byFile(read.filter(({ role }) => role !== 'artefact'))]
  const names = (files: ReadonlyMap<string, Material>, count: (file: string, material: Material) => boolean) =>
    [...files].flatMap(([file, material]) => (count(file, material) ? [material.name] : []))
  return {
    changed: names(now, (file, { digest }) => then.has(file) && then.get(file)?.digest.sha256 !== digest.sha256),
    added: names(now, file => !then.has(file)),
    gone: names(then, file => !now.has(file)),
  }
}

/** An object of lakeFS is the same file on whatever branch it is read. */
const byFile = (materials: readonly Material[]) => new Map(materials.map(material => [fileOf(material), material]))

function fileOf({ name }: Material): string {
  const address = lakefsAddress(name)
  return address ? `lakefs://${address.repository}//${address.path}` : name
}
