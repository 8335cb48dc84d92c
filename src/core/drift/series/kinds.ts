import { z } from 'zod'

/** What a series is of: it decides how rows are gathered into buckets, and which rules look at them unless told otherwise. */
export const SeriesKind = z.enum(['volume', 'error-rate', 'default-rate', 'latency', 'gauge'])
export type SeriesKind = z.infer<typeof SeriesKind>

/** Whether it is a share of events. */
export const isRate = (kind: SeriesKind): boolean => kind === 'error-rate' || kind === 'default-rate'
