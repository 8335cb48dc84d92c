import { type CertifiedData, certifiedData } from '../../core/record/hook/certified-data.ts'
import { MAX_BUNDLE_BYTES } from '../../core/record/statement/bundle.ts'
import type { LastSeen } from '../../core/record/statement/certificate.ts'
import { CERTIFICATE_EXTENSION } from '../../core/record/statement/identifiers.ts'
import { readStatement } from '../../core/record/statement/read-statement.ts'
import { CERTIFICATE_FILE } from '../../core/record/statement/record-files.ts'
import type { LoadedTrust } from '../../core/record/trust/loaded-trust.ts'
import type { Signed } from '../../core/record/trust/signed-by.ts'
import { policyStep } from '../../core/record/verification/policy-step.ts'
import { statementStep } from '../../core/record/verification/statement-step.ts'
import type { RecordLog } from '../../ports/record-log.ts'
import type { Ports } from '../../ports.ts'
import { aboutTheLog } from '../verification/about-the-log.ts'

export interface StandingPlaces {
  /** Paths, folders or globs of certificates. */
  readonly files: readonly string[]
  readonly trust: LoadedTrust
  /** The log, read whole: its certificates count too, and those that it revokes do not. */
  readonly log?: RecordLog | undefined
}

export interface Standing {
  readonly certified: readonly CertifiedData[]
  /** Why others are not counted; a sentence each. */
  readonly problems: readonly string[]
}

/**
 * Reads certificates that are signed by somebody trusted, by a trusted policy, in the log and not revoked, as far as a log is trusted or
 * given. Each is verified once, but for what the log says of it; when it holds is for who asks.
 */
export function standingCertificates({ files, trust, log }: StandingPlaces, ports: Ports): () => Promise<Standing> {
  const verified = new Map<string, Promise<Verified>>()

  return async () => {
    const certified = new Map<string, CertifiedData>()
    const problems: string[] = []
    const read = await log?.read(['certificate', 'revocation'])
    const readOnce = log && read && { ...log, read: async () => read }
    const texts = [...(await inFiles()), ...logged(read)]
    for (const [where, text] of texts) {
      const sha256 = ports.sha256(text)
      const known = verified.get(sha256) ?? verifyOne(text, sha256)
      verified.set(sha256, known)
      const found = await known
      const fault = 'reason' in found ? found.reason : await logFault(found, `${where}`, readOnce)
      if (fault !== undefined) problems.push(`${where}: ${fault}`)
      else if ('data' in found) certified.set(sha256, found.data)
    }
    return { certified: [...certified.values()], problems }
  }

  async function inFiles(): Promise<[string, string][]> {
    const paths = files.length === 0 ? [] : await ports.files.list(files)
    const texts: [string, string][] = []
    for (const path of paths.filter(each => files.includes(each) || each.endsWith(CERTIFICATE_FILE)))
      texts.push([path, await ports.files.readText(path, { maxBytes: MAX_BUNDLE_BYTES })])
    return texts
  }

  async function verifyOne(text: string, sha256: string): Promise<Verified> {
    const logTimeComes = trust.log !== undefined || log !== undefined
    const signed = await ports.signing.verify(text, trust, { logTimeComes })
    if ('refused' in signed) return { reason: signed.refused }
    const statement = readStatement(signed.payload, signed.payloadType)
    const steps = [statementStep(statement)]
    if (statement.kind !== 'certificate') return { reason: steps[0]?.reason ?? 'Expected a certificate' }
    if (trust.policies) steps.push(policyStep(statement.statement, trust.policies))
    const failed = steps.find(({ status }) => status !== 'passed')
    if (failed) return { reason: failed.reason }
    return {
      data: certifiedData(sha256, statement.statement),
      modelId: statement.statement.subject[0].digest.sha256,
      signed,
      seen: statement.statement.predicate[CERTIFICATE_EXTENSION].log,
    }
  }

  async function logFault({ data, modelId, signed, seen }: Held, where: string, readOnce: RecordLog | undefined) {
    const certificate = {
      sha256: data.certificate,
      modelId,
      key: signed.signedBy.kind === 'key' ? signed.signedBy.sha256 : undefined,
      window: signed.window,
      seen,
    }
    const proof = `${where.slice(0, where.lastIndexOf('/') + 1)}certificate.tlog-proof`
    const steps = await aboutTheLog({ certificate, trusted: trust.log, log: readOnce, proof }, ports)
    return steps.find(({ status }) => status !== 'passed')?.reason
  }
}

interface Held {
  readonly data: CertifiedData
  readonly modelId: string
  readonly signed: Signed
  readonly seen: LastSeen | undefined
}
type Verified = Held | { readonly reason: string }

/** The certificates that a log keeps, by the digests of their documents. */
function logged(read: Awaited<ReturnType<RecordLog['read']>> | undefined): [string, string][] {
  return (read?.leaves ?? []).flatMap(({ type, document }): [string, string][] => {
    const text = type === 'certificate' ? read?.documents.get(document) : undefined
    return text === undefined ? [] : [[document, text]]
  })
}
