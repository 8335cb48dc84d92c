import type { Ports } from '../../ports.ts'

/** What working on a log asks of the world, besides the branch it is kept in. */
export type LogPorts = Pick<Ports, 'noteKeys' | 'pause' | 'now'>
