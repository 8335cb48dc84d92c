import type { Versions } from '../versions/versions.ts'
import type { OsvRange } from './osv-record.ts'

interface Bound {
  readonly at: string
  readonly kind: 'fixed' | 'introduced' | 'last_affected'
}

/** At one version a fix comes before a new fault, and that before its end. */
const KINDS = ['fixed', 'introduced', 'last_affected'] as const

/** Whether a range of versions holds one (ossf.github.io/osv-schema, Evaluation). Ranges of commits hold none. */
export function inRange({ type, events }: OsvRange, version: string, { compare }: Versions): boolean {
  if (type !== 'ECOSYSTEM' && type !== 'SEMVER') return false
  const limits = events.flatMap(({ limit }) => (limit === undefined ? [] : [limit]))
  if (limits.length > 0 && !limits.some(limit => limit === '*' || compare(version, limit) < 0)) return false
  let affected = false
  for (const { at, kind } of boundsOf(events, compare)) {
    if (kind === 'introduced' && (at === '0' || compare(version, at) >= 0)) affected = true
    if (kind === 'fixed' && compare(version, at) >= 0) affected = false
    if (kind === 'last_affected' && compare(version, at) > 0) affected = false
  }
  return affected
}

/** The first version after this one that is said to be fixed. */
export function fixAfter({ events }: OsvRange, version: string, { compare }: Versions): string | undefined {
  return events
    .flatMap(({ fixed }) => (fixed === undefined || compare(fixed, version) <= 0 ? [] : [fixed]))
    .toSorted(compare)[0]
}

function boundsOf(events: OsvRange['events'], compare: Versions['compare']): Bound[] {
  const bounds = events.flatMap(event =>
    KINDS.flatMap((kind): Bound[] => {
      const at = event[kind]
      return at === undefined ? [] : [{ at, kind }]
    }),
  )
  const order = (a: Bound, b: Bound) => compare(a.at, b.at) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)
  const isStart = ({ at, kind }: Bound) => kind === 'introduced' && at === '0'
  return [...bounds.filter(isStart), ...bounds.filter(bound => !isStart(bound)).toSorted(order)]
}
