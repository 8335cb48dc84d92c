import { z } from 'zod'
import type { Client } from './client.ts'
import { inPages } from './in-pages.ts'
import { Metric } from './metrics.ts'
import { Tags, tagList } from './tags.ts'

/** A run of MLflow's: an execution that logged metrics and files. */
export const Run = z
  .object({
    info: z.object({
      run_id: z.string(),
      run_name: z.string().default(''),
      experiment_id: z.string(),
      status: z.string().default(''),
      artifact_uri: z.string(),
    }),
    data: z.object({ metrics: z.array(Metric).default([]), params: Tags, tags: Tags }).prefault({}),
  })
  .transform(({ info, data }) => ({
    id: info.run_id,
    name: info.run_name,
    experiment: info.experiment_id,
    status: info.status,
    /** Address of the folder that its artifacts lie in: `mlflow-artifacts:/1/3f2a/artifacts`. */
    artifacts: info.artifact_uri,
    /** The last value of each metric, by key. */
    metrics: new Map(data.metrics.map(({ key, value }) => [key, value])) as ReadonlyMap<string, number>,
    params: data.params,
    tags: data.tags,
  }))
export type Run = z.infer<typeof Run>

const OneRun = z.object({ run: Run }).transform(({ run }) => run)
const Runs = z.object({ runs: z.array(Run).default([]), next_page_token: z.string().optional() })
const Nothing = z.object({}).transform(() => undefined)

export const getRun = (client: Client, id: string): Promise<Run> =>
  client.ask({
    method: 'GET',
    path: 'mlflow/runs/get',
    query: { run_id: id },
    answer: OneRun,
    doing: `read the run ${id}`,
    needs: 'READ on its experiment',
  })

/** Runs of some experiments by MLflow's filter, the newest first, at most `most`. */
export const searchRuns = (
  client: Client,
  { experiments, filter, most }: { experiments: readonly string[]; filter: string; most: number },
): Promise<Run[]> =>
  inPages(most, async (size, token) => {
    const page = await client.ask({
      method: 'POST',
      path: 'mlflow/runs/search',
      body: {
        experiment_ids: experiments,
        filter,
        max_results: size,
        order_by: ['attributes.start_time DESC'],
        ...(token === undefined ? {} : { page_token: token }),
      },
      answer: Runs,
      doing: 'search for runs',
      needs: 'READ on the experiment',
    })
    return { items: page.runs, next: page.next_page_token }
  })

/** Makes a run that has begun at `at`, in milliseconds since 1970. */
export const createRun = (
  client: Client,
  {
    experiment,
    name,
    tags,
    at,
  }: { experiment: string; name: string; tags: Readonly<Record<string, string>>; at: number },
): Promise<Run> =>
  client.ask({
    method: 'POST',
    path: 'mlflow/runs/create',
    body: { experiment_id: experiment, run_name: name, start_time: at, tags: tagList(tags) },
    answer: OneRun,
    once: true,
    doing: `make a run in the experiment ${experiment}`,
    needs: `EDIT on the experiment ${experiment}`,
  })

/** Ends a run. */
export const endRun = (client: Client, id: string, status: 'FINISHED' | 'FAILED', at: number): Promise<undefined> =>
  client.ask({
    method: 'POST',
    path: 'mlflow/runs/update',
    body: { run_id: id, status, end_time: at },
    answer: Nothing,
    doing: `end the run ${id}`,
    needs: 'EDIT on its experiment',
  })

/** Most metrics and most tags that the server takes at once. */
export const BATCH = { metrics: 1000, tags: 100 } as const

/** Logs metrics and tags of a run in one call: at most `BATCH` of them, and 1 MB in all. */
export const logBatch = (
  client: Client,
  run: Pick<Run, 'id' | 'experiment'>,
  metrics: readonly Metric[],
  tags: Readonly<Record<string, string>>,
): Promise<undefined> =>
  client.ask({
    method: 'POST',
    path: 'mlflow/runs/log-batch',
    body: { run_id: run.id, metrics, tags: tagList(tags) },
    answer: Nothing,
    doing: `log metrics and tags of the run ${run.id}`,
    needs: `EDIT on the experiment ${run.experiment}`,
  })
