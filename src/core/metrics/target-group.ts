import type { MetricFamily } from './metric-family.ts'
import type { MetricGroup } from './metric-group.ts'

/** A group about one target of promotions; its other metrics stay as they are. */
export function targetGroup(
  target: string,
  repository: string | undefined,
  families: (labels: Readonly<Record<string, string>>) => readonly MetricFamily[],
): MetricGroup {
  const key = { repo: repository || 'local', target }
  return { key, about: 'promotion', whole: false, families: families(key) }
}

/** Whether production points at what counts, as it was last seen: by a promotion, a look, or a revocation. */
export const productionCertified = (labels: Readonly<Record<string, string>>, certified: boolean): MetricFamily => ({
  name: 'proofmark_production_certified',
  help: 'Whether production was last seen to point at a certified model, or at nothing: 1 if so, 0 if not or if it could not be told.',
  samples: [{ labels, value: certified ? 1 : 0 }],
})
