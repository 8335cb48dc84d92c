import type { Certificate } from '../record/statement/certificate.ts'
import { CERTIFICATE_EXTENSION } from '../record/statement/identifiers.ts'

type Extension = Certificate['predicate'][typeof CERTIFICATE_EXTENSION]

/** What pages tell of a certificate: its text is many times as long. */
export interface CertificateFacts
  extends Pick<
    Extension,
    'serial' | 'supersedes' | 'source' | 'gates' | 'data' | 'claims' | 'holdout' | 'waivers' | 'approvals' | 'validity'
  > {
  readonly name: string | undefined
  readonly version: string | undefined
  readonly tool: string
  readonly policy: {
    readonly uri: string
    readonly sha256: string
    readonly commit: string | undefined
    readonly rules: number
    /** Roles whose consent the policy asks for. */
    readonly roles: readonly string[]
  }
  /** Rules that an exception covers. */
  readonly waived: Extension['rules']
  /** SHA-256 of the signed statements and files that it rests on. */
  readonly attested: readonly string[]
}

export function certificateFacts({ predicate }: Certificate): CertificateFacts {
  const {
    serial,
    supersedes,
    model,
    source,
    gates,
    data,
    claims,
    holdout,
    rules,
    waivers,
    approvals,
    validity,
    policy,
  } = predicate[CERTIFICATE_EXTENSION]
  return {
    serial,
    supersedes,
    source,
    gates,
    data,
    claims,
    ...(holdout === undefined ? {} : { holdout }),
    waivers,
    approvals,
    validity,
    name: model.name,
    version: model.version,
    tool: Object.entries(predicate.verifier.version)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
    policy: {
      uri: predicate.policy.uri,
      sha256: predicate.policy.digest.sha256,
      commit: predicate.policy.digest.gitCommit,
      rules: rules.length,
      roles: (policy.approvals ?? []).map(({ role }) => role),
    },
    waived: rules.filter(({ status }) => status === 'waived'),
    attested: predicate.inputAttestations.map(({ digest }) => digest.sha256),
  }
}
