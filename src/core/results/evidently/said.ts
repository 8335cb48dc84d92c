import { z } from 'zod'
import type { Said } from '../result-format.ts'

/** Status of a test of Evidently's. */
export const EvidentlyStatus = z.enum(['SUCCESS', 'FAIL', 'WARNING', 'ERROR', 'SKIPPED'])

const SAID: Readonly<Record<z.infer<typeof EvidentlyStatus>, Said>> = {
  SUCCESS: 'pass',
  FAIL: 'fail',
  WARNING: 'warn',
  ERROR: 'error',
  SKIPPED: 'skipped',
}

export const saidBy = (status: z.infer<typeof EvidentlyStatus>): Said => SAID[status]

/** The worst of several: a column that drifted in one test has drifted. */
const WORST: readonly Said[] = ['error', 'fail', 'skipped', 'warn', 'pass']
export const worstSaid = (all: readonly Said[]): Said | undefined => WORST.find(each => all.includes(each))
