import { printable } from '../printable.ts'
import type { Waiver } from './waiver.ts'
import { waiverEnd } from './waiver-end.ts'

/** What a waiver may except: a finding by any of its names, in a file of this SHA-256 or in a package of this version. */
export interface Waivable {
  readonly rule: Waiver['rule']
  readonly names: readonly string[]
  readonly of: string
}

/** The waivers of the policy, and the time at which they are held against findings. */
export interface Waivers {
  readonly list: readonly Waiver[]
  readonly now: Date
}

/** The waiver that excepts a finding; else why those that name it do not, as a sentence begins: `the waiver of …`. */
export function matchWaiver(
  { list, now }: Waivers,
  { rule, names, of }: Waivable,
): { readonly waiver: Waiver } | { readonly missed?: string } {
  const named = list.filter(each => each.rule === rule && names.includes(each.name))
  const fit = named.filter(each => contentOf(each) === of)
  const waiver = fit.find(each => now.getTime() < waiverEnd(each).getTime())
  if (waiver) return { waiver }
  const [missed] = [...fit, ...named]
  if (!missed) return {}
  const why =
    contentOf(missed) === of
      ? `expired on ${missed.expires}`
      : `is for ${printable(shortly(missed))}, and this is ${printable(rule === 'vulnerabilities' ? of : of.slice(0, 12))}`
  return { missed: `the waiver of ${printable(missed.name)} ${why}` }
}

export const contentOf = (waiver: Waiver): string =>
  waiver.rule === 'vulnerabilities' ? waiver.package : waiver.sha256

const shortly = (waiver: Waiver) => (waiver.rule === 'vulnerabilities' ? waiver.package : waiver.sha256.slice(0, 12))
