import type { Certificate } from '../statement/certificate.ts'
import { CERTIFICATE_EXTENSION } from '../statement/identifiers.ts'
import { type PromotionStep, promotionStep } from './promotion-step.ts'

/**
 * Whether production still points at the champion that the certificate compares its model with, where both are versions of one registered
 * model: else nobody knows that the model is no worse than what it would replace. `there` is the address of the version that production
 * points at: `models:/credit/7`. Undefined where there is nothing to compare.
 */
export function baselineStep(
  certificate: Certificate,
  there: string | undefined,
  target: string,
): PromotionStep | undefined {
  const stands = versionIn(there)
  if (!stands) return undefined
  const champions = certificate.predicate[CERTIFICATE_EXTENSION].data
    .filter(({ role }) => role === 'champion')
    .flatMap(({ origin }) => versionIn(origin?.model ?? origin?.pinned) ?? [])
    .filter(({ name }) => name === stands.name)
  if (champions.length === 0) return undefined
  const other = champions.find(({ version }) => version !== stands.version)
  return other === undefined
    ? promotionStep(
        'baseline',
        'passed',
        `${target} points at version ${stands.version}, which the model was compared with`,
      )
    : promotionStep(
        'baseline',
        'inconclusive',
        `Expected ${target} to point at version ${other.version}, which the model was compared with, but it points at version ${stands.version}`,
        'Certify the model again, so that it is compared with what production points at now',
      )
}

/** The version of a registered model that an address begins with. */
function versionIn(address: string | undefined): { readonly name: string; readonly version: string } | undefined {
  const [, name, version] = /^models:\/([^/]+)\/([1-9]\d{0,17})(?:\/|$)/.exec(address ?? '') ?? []
  return name === undefined || version === undefined ? undefined : { name, version }
}
