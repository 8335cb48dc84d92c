import type { PortalCertificate, PortalEvidence, PortalModel } from '../../core/portal/portal.ts'
import type { Status } from '../../core/verdict.ts'
import { day } from '../life/lanes.ts'
import { count } from '../numbers.ts'

/** How a model stands today, in a few words and by a sign. */
export interface Standing {
  /** The worst of the certificate's state and of what needs attention. */
  readonly status: Status
  /** What is said of its certificate. */
  readonly text: string
  readonly certificate: Status
  /** By what it can be found: words that the filter of the index knows. */
  readonly tags: readonly string[]
  /** What somebody has to see to, the worst first. */
  readonly attention: readonly string[]
}

const PROBLEM = {
  revoked: 'whose certificate is revoked',
  expired: 'whose certificate has expired',
  uncertified: 'which has no certificate that holds',
} as const

/** The certificate that counts: the one that holds longest, else the newest. One whose signature is refused only where there is no other. */
export function bestCertificate({ certificates }: Pick<PortalModel, 'certificates'>): PortalCertificate | undefined {
  const believed = certificates.filter(({ signature }) => signature.state !== 'refused')
  const valid = believed.filter(({ state }) => state === 'valid')
  const [longest] = valid.toSorted((a, b) => Date.parse(b.notAfter ?? '') - Date.parse(a.notAfter ?? ''))
  return longest ?? believed[0] ?? certificates[0]
}

/** The newest evidence of a gate. */
export const newest = (
  { evidence }: Pick<PortalModel, 'evidence'>,
  gate: PortalEvidence['gate'],
): PortalEvidence | undefined => evidence.find(one => one.gate === gate)

/** What a certificate says today: `valid until 2027-01-13`. */
export function certificateText({ state, notAfter, notBefore, revocation, at }: PortalCertificate): string {
  if (state === 'revoked') return `revoked on ${day(revocation?.at ?? at)}`
  if (state === 'unknown') return 'unknown: the log does not keep its text'
  if (state === 'early') return `valid from ${day(notBefore ?? at)}`
  return `${state === 'valid' ? 'valid until' : 'expired on'} ${day(notAfter ?? at)}`
}

const CERTIFICATE_STATUS: Record<PortalCertificate['state'], Status> = {
  valid: 'pass',
  early: 'warn',
  unknown: 'inconclusive',
  expired: 'inconclusive',
  revoked: 'fail',
}

const statusOf = ({ state, signature }: PortalCertificate): Status =>
  signature.state === 'refused' ? 'fail' : CERTIFICATE_STATUS[state]

export function standingOf(model: PortalModel): Standing {
  const { targets, dues, refusals } = model
  const ids = new Set(model.versions.map(({ id }) => id))
  const live = targets.filter(({ to }) => ids.has(to?.id ?? ''))
  const best = bestCertificate(model)
  const drift = newest(model, 'drift-compare')
  const isRefusedLast =
    refusals[0] !== undefined && (best === undefined || Date.parse(refusals[0].at) > Date.parse(best.at))
  const problems = live.flatMap(({ target, to, problem }) =>
    problem ? [`${target} points at ${to?.name}, ${PROBLEM[problem]}`] : [],
  )
  const overdue = dues
    .filter(due => due.overdue)
    .map(({ model: name, what, at }) => `${name}: ${what} on ${day(at)}, which is over`)
  const drifted =
    drift && drift.verdict !== 'passed'
      ? [`drift-compare ${drift.verdict === 'failed' ? 'failed' : 'was undecided'} on ${day(drift.finishedAt)}`]
      : []
  const refused = model.certificates.filter(
    ({ state, signature }) => state === 'valid' && signature.state === 'refused',
  ).length
  const unbelieved =
    refused === 0 ? [] : [`${count(refused, 'valid certificate')} without a signature that is verified`]
  const attention = [...problems, ...unbelieved, ...overdue, ...drifted]
  const certificate: Status = best === undefined ? (refusals.length > 0 ? 'fail' : 'inconclusive') : statusOf(best)
  return {
    status:
      problems.length + unbelieved.length > 0
        ? 'fail'
        : attention.length > 0 && certificate === 'pass'
          ? 'warn'
          : certificate,
    certificate,
    text:
      best === undefined
        ? refusedText(model)
        : `Version ${best.version}: certificate ${best.signature.state === 'refused' ? 'not verified' : certificateText(best)}`,
    attention,
    tags: [
      ...(attention.length > 0 ? ['attention'] : []),
      ...(best?.state === 'valid' && best.signature.state !== 'refused' ? ['certified'] : ['uncertified']),
      ...(live.length > 0 ? ['production'] : []),
      ...(isRefusedLast ? ['refused'] : []),
      ...(dues.length > 0 ? ['due'] : []),
    ],
  }
}

const refusedText = ({ refusals: [last] }: PortalModel) =>
  last === undefined ? 'Never certified' : `Refused on ${day(last.at)}`
