import type { ProbeKind } from './probe-kind.ts'

/** lakeFS, where the settings or the environment name it. */
export const lakefs: ProbeKind = {
  async open({ root, environment, settings }) {
    const { lakefs } = settings?.connections ?? {}
    const named = environment.LAKEFS_ENDPOINT || environment.LAKECTL_SERVER_ENDPOINT_URL
    if (lakefs === undefined && !named) return []
    return [(await import('../lakefs/lakefs-probe.ts')).lakefsProbe(lakefs, { root, environment })]
  },
}
