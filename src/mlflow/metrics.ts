import { z } from 'zod'
import type { Client } from './client.ts'
import { inPages } from './in-pages.ts'

/** MLflow's databases hold no infinity: this is how they keep one. */
const INFINITE = 1.7976931348623157e308

/** A metric's value: NaN comes as a text, an infinity as the largest number there is. */
export const MetricValue = z
  .union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity'])])
  .transform(value => (typeof value === 'string' ? Number(value) : Math.abs(value) >= INFINITE ? value * 2 : value))

export const Metric = z.object({
  key: z.string(),
  value: MetricValue,
  /** Milliseconds since 1970. */
  timestamp: z.coerce.number().default(0),
  step: z.coerce.number().default(0),
})
export type Metric = z.infer<typeof Metric>

const History = z.object({ metrics: z.array(Metric).default([]), next_page_token: z.string().optional() })

/** Every value that a run has logged of a metric, at most `most`. */
export const metricHistory = (client: Client, run: string, metric: string, most = 10_000): Promise<Metric[]> =>
  inPages(most, async (size, token) => {
    const page = await client.ask({
      method: 'GET',
      path: 'mlflow/metrics/get-history',
      // Without max_results some servers answer with an empty page.
      query: { run_id: run, metric_key: metric, max_results: size, page_token: token },
      answer: History,
      doing: `read the metric ${metric} of the run ${run}`,
      needs: 'READ on its experiment',
    })
    return { items: page.metrics, next: page.next_page_token }
  })
