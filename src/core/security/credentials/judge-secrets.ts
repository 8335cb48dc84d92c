import { matchWaiver, type Waivers } from '../waivers/match-waiver.ts'
import { type Baseline, isInBaseline } from './baseline.ts'
import type { FoundSecret } from './found-secret.ts'

export interface JudgedSecret {
  readonly secret: FoundSecret
  /** Why a waiver that names it does not except it. */
  readonly missed?: string
}

/** Holds baseline and waivers against what was found; what another tool has found in a line where we have too is told once. */
export function judgeSecrets(
  found: readonly FoundSecret[],
  baseline: Baseline | undefined,
  waivers: Waivers,
  digestOf: (path: string) => string | undefined,
): JudgedSecret[] {
  const own = new Set(found.filter(({ tool }) => tool === undefined).map(placeOf))
  return found
    .filter(secret => secret.tool === undefined || secret.line === undefined || !own.has(placeOf(secret)))
    .map(secret => {
      const known = baseline && isInBaseline(baseline, secret) ? { known: true as const } : {}
      const of = digestOf(secret.path)
      const match = of === undefined ? {} : matchWaiver(waivers, { rule: 'secrets', names: [secret.fingerprint], of })
      return 'waiver' in match
        ? { secret: { ...secret, ...known, waiver: match.waiver } }
        : { secret: { ...secret, ...known }, ...match }
    })
}

const placeOf = ({ path, line }: FoundSecret) => `${path}\0${line}`
