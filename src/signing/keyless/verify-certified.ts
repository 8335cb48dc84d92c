import { X509Certificate } from 'node:crypto'
import { bundleFromJSON } from '@sigstore/bundle'
import { type Signer, toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify'
import type { CertifiedBundle } from '../../core/record/statement/bundle.ts'
import { identityFault } from '../../core/record/trust/identity-fault.ts'
import type { LoadedTrust } from '../../core/record/trust/loaded-trust.ts'
import type { SignatureVerdict, TrustedTime } from '../../core/record/trust/signed-by.ts'
import type { TrustedIdentity } from '../../core/record/trust/trust.ts'
import type { WorkflowIdentity } from '../../core/record/trust/workflow-identity.ts'
import { UserError } from '../../core/user-error.ts'
import { type Authority, trustedTimes } from '../timestamps/trusted-times.ts'
import { readTrustedRoot } from './trusted-root.ts'
import { workflowIdentity } from './workflow-identity.ts'

type Root = ReturnType<typeof readTrustedRoot>
type Material = ReturnType<typeof toTrustMaterial>

/** The use that a certificate for signing must have. */
const CODE_SIGNING = '1.3.6.1.5.5.7.3.3'

/**
 * Verifies a bundle signed by a workflow: its certificate by an authority of the trusted root, at a time that somebody else vouches for;
 * every kind of log that the root names must have testified; and the workflow must be one that is trusted, compared as a whole.
 */
export function verifyCertified(
  bundle: CertifiedBundle,
  trust: LoadedTrust,
  authorities: readonly Authority[],
): SignatureVerdict {
  const { identities = [], trustedRoot } = trust
  if (identities.length === 0) return refused('a trusted workflow but found none named, and a signature by a workflow')
  if (trustedRoot === undefined)
    return refused('a trusted root to verify the certificate of a workflow by but found none named')
  const root = withAuthorities(readTrustedRoot(trustedRoot), authorities)
  const material = materialOf(root)
  const signature = Buffer.from(bundle.dsseEnvelope.signatures[0].sig, 'base64')
  const { timestampVerificationData: { rfc3161Timestamps: stamps = [] } = {}, tlogEntries = [] } =
    bundle.verificationMaterial
  const times = trustedTimes(
    stamps.map(({ signedTimestamp }) => Buffer.from(signedTimestamp, 'base64')),
    signature,
    root.timestampAuthorities.map(chainOf),
  )
  if ('refused' in times) return times
  const signer = verifiedSigner(bundle, root, material)
  if ('refused' in signer) return signer
  const identity = workflowIdentity(signer.identity?.subjectAlternativeName ?? '', signer.identity?.oids ?? [])
  const trusted = chosen(identities, identity)
  if ('refused' in trusted) return trusted
  const promised = tlogEntries.flatMap(({ inclusionPromise, integratedTime, logId }): TrustedTime[] =>
    inclusionPromise && integratedTime
      ? [{ at: new Date(Number(integratedTime) * 1000), kind: 'log', by: `the log ${logId.keyId}` }]
      : [],
  )
  const [signedAt] = [...times, ...promised].toSorted((a, b) => a.at.getTime() - b.at.getTime())
  return {
    payload: Buffer.from(bundle.dsseEnvelope.payload, 'base64'),
    payloadType: bundle.dsseEnvelope.payloadType,
    signedBy: { kind: 'identity', name: trusted.name, ...identity },
    ...(signedAt ? { signedAt } : {}),
  }
}

/** Never all thresholds zero: a certificate is valid for ten minutes, so without a time it would be valid for ever or never. */
function verifiedSigner(
  bundle: CertifiedBundle,
  root: Root,
  material: Material,
): Signer | { readonly refused: string } {
  const thresholds = {
    timestampThreshold: 1,
    tlogThreshold: root.tlogs.length > 0 ? 1 : 0,
    ctlogThreshold: root.ctlogs.length > 0 ? 1 : 0,
  }
  try {
    const certificate = new X509Certificate(Buffer.from(bundle.verificationMaterial.certificate.rawBytes, 'base64'))
    if (!certificate.keyUsage?.includes(CODE_SIGNING))
      return refused('a certificate for signing but found one for another use')
    return new Verifier(material, thresholds).verify(toSignedEntity(bundleFromJSON(bundle)))
  } catch (error) {
    return refused(`a signature by a workflow but ${error instanceof Error ? error.message : String(error)}`)
  }
}

function materialOf(root: Root): Material {
  try {
    return toTrustMaterial(root, () => {
      throw new Error('a bare public key')
    })
  } catch (cause) {
    throw new UserError(
      'signing.trusted-root',
      'Expected a Sigstore trusted root but its certificates or keys cannot be read',
      {
        hint: 'Fetch it again with `gh attestation trusted-root`, or with `cosign trusted-root create`',
        cause,
      },
    )
  }
}

/** The first of the trusted workflows that this one is; else why it is not the one it comes closest to. */
function chosen(
  identities: readonly TrustedIdentity[],
  found: WorkflowIdentity,
): TrustedIdentity | { readonly refused: string } {
  const faults = identities.map(trusted => identityFault(trusted, found))
  const trusted = identities[faults.indexOf(undefined)]
  if (trusted) return trusted
  const close = faults.find(fault => !fault?.startsWith('Expected the workflow'))
  return { refused: close ?? faults[0] ?? '' }
}

function withAuthorities(root: Root, authorities: readonly Authority[]): Root {
  const named = authorities.map(chain => ({
    subject: undefined,
    uri: '',
    certChain: { certificates: chain.map(({ raw }) => ({ rawBytes: raw })) },
    validFor: undefined,
    operator: '',
  }))
  return { ...root, timestampAuthorities: [...root.timestampAuthorities, ...named] }
}

function chainOf({ certChain }: Root['timestampAuthorities'][number]): Authority {
  const [first, ...more] = (certChain?.certificates ?? []).map(({ rawBytes }) => new X509Certificate(rawBytes))
  if (!first)
    throw new UserError('signing.trusted-root', 'Expected a time-stamp authority with a certificate but found none')
  return [first, ...more]
}

const refused = (text: string) => ({ refused: `Expected ${text}` })
