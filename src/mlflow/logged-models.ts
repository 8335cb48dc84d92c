import { z } from 'zod'
import type { Client } from './client.ts'
import { Tags, tagList } from './tags.ts'

/** A model as MLflow 3 logs it, whether it is registered or not. */
export const LoggedModel = z
  .object({
    model: z.object({
      info: z.object({
        model_id: z.string(),
        experiment_id: z.string(),
        name: z.string().default(''),
        artifact_uri: z.string(),
        source_run_id: z.string().nullish(),
        status: z.union([z.string(), z.number()]).optional(),
        tags: Tags,
      }),
    }),
  })
  .transform(({ model: { info } }) => ({
    id: info.model_id,
    experiment: info.experiment_id,
    name: info.name,
    /** Address of the folder that its files lie in. */
    artifacts: info.artifact_uri,
    run: info.source_run_id || undefined,
    tags: info.tags,
  }))
export type LoggedModel = z.infer<typeof LoggedModel>

const Nothing = z.object({}).transform(() => undefined)

export const getLoggedModel = (client: Client, id: string): Promise<LoggedModel> =>
  client.ask({
    method: 'GET',
    path: `mlflow/logged-models/${encodeURIComponent(id)}`,
    answer: LoggedModel,
    doing: `read the logged model ${id}`,
    needs: 'READ on its experiment',
  })

export const tagLoggedModel = (
  client: Client,
  id: string,
  tags: Readonly<Record<string, string>>,
): Promise<undefined> =>
  client.ask({
    method: 'PATCH',
    path: `mlflow/logged-models/${encodeURIComponent(id)}/tags`,
    body: { tags: tagList(tags) },
    answer: Nothing,
    doing: `tag the logged model ${id}`,
    needs: 'EDIT on its experiment',
  })
