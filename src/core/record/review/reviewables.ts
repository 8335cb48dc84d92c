import { contentOf } from '../../security/waivers/match-waiver.ts'
import { waiverEnd } from '../../security/waivers/waiver-end.ts'
import { describeWaiver } from '../../security/waivers/waivers-check.ts'
import { canonicalJson } from '../statement/canonical-json.ts'
import type { AnyWaiver, FoundCertificate, Reviewable } from './due.ts'

/** A certificate is valid to the end of the second it names. */
const SECOND_MS = 1000

/** One for each model: the certificate that holds longest stands for those before it. */
export function certificatesToReview(found: readonly FoundCertificate[]): Reviewable[] {
  const longest = new Map<string, FoundCertificate>()
  for (const certificate of found) {
    const key = certificate.model.name ?? certificate.model.id
    const other = longest.get(key)
    if (other === undefined || Date.parse(certificate.notAfter) > Date.parse(other.notAfter))
      longest.set(key, certificate)
  }
  return [...longest].map(([name, { model, notAfter, where }]) => ({
    kind: 'certificate',
    key: `certificate ${name}`,
    what:
      model.name === undefined ? model.id : [model.name, model.version].filter(part => part !== undefined).join(' '),
    ends: new Date(Date.parse(notAfter) + SECOND_MS),
    where,
  }))
}

/** One for each thing that is excepted: of several waivers of it the one that holds longest. */
export function waiversToReview(waivers: readonly AnyWaiver[], where: string): Reviewable[] {
  const longest = new Map<string, Reviewable>()
  for (const waiver of waivers) {
    const key = `waiver ${canonicalJson(exceptedBy(waiver))}`
    const ends = waiverEnd(waiver)
    const other = longest.get(key)
    if (other && other.ends.getTime() >= ends.getTime()) continue
    const { owner, reason } = waiver
    longest.set(key, { kind: 'waiver', key, what: told(waiver), ends, where, owner, reason })
  }
  return [...longest.values()]
}

const exceptedBy = (waiver: AnyWaiver) =>
  'model' in waiver ? [waiver.rule, waiver.model] : [waiver.rule, waiver.name, contentOf(waiver)]

const told = (waiver: AnyWaiver) =>
  'model' in waiver ? `${waiver.rule} for model ${waiver.model.slice(0, 19)}` : describeWaiver(waiver)
