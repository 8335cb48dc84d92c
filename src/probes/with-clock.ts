import type { Probe } from '../ports/probe.ts'
import { clockOf } from './clock-of.ts'

/** A probe that looks at the clock of the server it asks as well, where that answers. */
export const withClock = (probe: Probe, address: string | undefined): Probe => ({
  ...probe,
  async ask() {
    const [findings, clocks] = await Promise.all([probe.ask(), clockOf(address)])
    return [...findings, ...clocks]
  },
})
