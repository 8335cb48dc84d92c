import { z } from 'zod'
import type { Refusal } from '../../mlflow/faults.ts'
import type { RegistryVersion } from './registry.ts'

const Tags = z.array(z.object({ key: z.string(), value: z.string().default('') })).default([])

/** What of MLflow's answers a promotion reads. */
export const Answers = {
  nothing: z.object({}),
  /** What a refusal means where there is no such thing. */
  absent: z.object({ absent: z.literal(true) }),
  version: z.object({ model_version: z.object({ version: z.string(), tags: Tags }) }),
  /** A version, or what a refusal means instead. */
  alias: z.union([
    z.object({ model_version: z.object({ version: z.string(), tags: Tags }) }),
    z.object({ standing: z.enum(['unset', 'deleted']) }),
  ]),
  versions: z.object({ model_versions: z.array(z.object({ version: z.string(), tags: Tags })).default([]) }),
  model: z.object({ registered_model: z.object({ tags: Tags }) }),
  models: z.object({
    registered_models: z
      .array(z.object({ name: z.string(), aliases: z.array(z.object({ alias: z.string() })).default([]) }))
      .default([]),
    next_page_token: z.string().default(''),
  }),
  uri: z.object({ artifact_uri: z.string() }),
  experiment: z.object({ experiment: z.object({ experiment_id: z.string() }) }),
  madeExperiment: z.object({ experiment_id: z.string() }),
  run: z.object({ run: z.object({ info: z.object({ run_id: z.string(), artifact_uri: z.string() }) }) }),
  runs: z.object({
    runs: z.array(z.object({ info: z.object({ run_id: z.string(), artifact_uri: z.string() }) })).default([]),
  }),
} as const

/** Tags as MLflow lists them, as a map. */
export const tagMap = (tags: z.infer<typeof Tags>): ReadonlyMap<string, string> =>
  new Map(tags.map(({ key, value }) => [key, value]))

export const versionOf = ({ version, tags }: { version: string; tags: z.infer<typeof Tags> }): RegistryVersion => ({
  version,
  tags: tagMap(tags),
})

/** Whether MLflow says that there is no such thing; a server or proxy that knows no such path says 404, too, but not so. */
export const isAbsent = ({ code }: Refusal): boolean => code === 'RESOURCE_DOES_NOT_EXIST'
