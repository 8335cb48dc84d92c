import type { ProbeKind } from './probe-kind.ts'
import { withClock } from './with-clock.ts'

/** lakeFS, where the settings or the environment name it. */
export const lakefs: ProbeKind = {
  async open({ root, environment, settings }) {
    const { lakefs } = settings?.connections ?? {}
    const named = environment.LAKEFS_ENDPOINT || environment.LAKECTL_SERVER_ENDPOINT_URL
    if (lakefs === undefined && !named) return []
    const { lakefsProbe } = await import('../lakefs/lakefs-probe.ts')
    return [withClock(lakefsProbe(lakefs, { root, environment }), named)]
  },
}
