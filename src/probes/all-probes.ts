import type { Probes } from '../ports/probe.ts'
import { PROBES } from './index.ts'
import type { ProbeWorld } from './probe-kind.ts'

/** Opens the probes of whatever the settings and the environment configure, in the order of their list. */
export const allProbes = (world: Omit<ProbeWorld, 'settings'>): Probes => ({
  open: async settings => (await Promise.all(PROBES.map(({ open }) => open({ ...world, settings })))).flat(),
})
