import { z } from 'zod'
import type { Client } from './client.ts'
import { inPages } from './in-pages.ts'
import { Version } from './registered-models.ts'
import { Tags, tagList } from './tags.ts'

/** A version of a registered model. */
export const ModelVersion = z
  .object({
    name: z.string(),
    version: Version,
    run_id: z.string().default(''),
    /** MLflow 3 has it. */
    model_id: z.string().nullish(),
    source: z.string().default(''),
    status: z.string().default('READY'),
    tags: Tags,
  })
  .transform(({ name, version, run_id, model_id, source, status, tags }) => ({
    name,
    /** A decimal number, as text. */
    version,
    /** The run that made it; undefined where none is named. */
    run: run_id || undefined,
    /** The logged model that it is a version of: `m-3f2a…`. */
    loggedModel: model_id || /^models:\/(m-[^/]+)$/.exec(source)?.[1],
    source,
    status,
    tags,
  }))
export type ModelVersion = z.infer<typeof ModelVersion>

const One = z.object({ model_version: ModelVersion }).transform((answer): ModelVersion => answer.model_version)
const Maybe = One.transform((version): ModelVersion | undefined => version)
const Many = z.object({ model_versions: z.array(ModelVersion).default([]), next_page_token: z.string().optional() })
const Folder = z.object({ artifact_uri: z.string() }).transform(answer => answer.artifact_uri)
const Nothing = z.object({}).transform(() => undefined)

/** Undefined where there is no such version. */
export const getModelVersion = (client: Client, name: string, version: string): Promise<ModelVersion | undefined> =>
  client.ask({
    method: 'GET',
    path: 'mlflow/model-versions/get',
    query: { name, version },
    answer: Maybe,
    refusal: ({ code }) => (code === 'RESOURCE_DOES_NOT_EXIST' ? { means: undefined } : undefined),
    doing: `read version ${version} of ${name}`,
    needs: `READ on the registered model ${name}`,
  })

/** Versions of a model, or of all of them, the newest first, at most `most`; `filter` is one of MLflow's further conditions. */
export const searchModelVersions = (
  client: Client,
  { name, filter, most }: { name?: string; filter?: string | undefined; most: number },
): Promise<ModelVersion[]> =>
  inPages(most, async (size, token) => {
    const page = await client.ask({
      method: 'GET',
      path: 'mlflow/model-versions/search',
      query: {
        filter: [
          ...(name === undefined ? [] : [`name = '${name.replaceAll("'", "''")}'`]),
          ...(filter === undefined ? [] : [filter]),
        ].join(' AND '),
        order_by: 'version_number DESC',
        max_results: size,
        page_token: token,
      },
      answer: Many,
      doing: `list the versions of ${name ?? 'all registered models'}`,
      needs: `READ on ${name === undefined ? 'registered models' : `the registered model ${name}`}`,
    })
    return { items: page.model_versions, next: page.next_page_token }
  })

/** Address of the folder that a version's files lie in. */
export const versionFolder = (client: Client, name: string, version: string): Promise<string> =>
  client.ask({
    method: 'GET',
    path: 'mlflow/model-versions/get-download-uri',
    query: { name, version },
    answer: Folder,
    doing: `find the files of version ${version} of ${name}`,
    needs: `READ on the registered model ${name}`,
  })

/** Makes a version of a folder of artifacts. */
export const createModelVersion = (
  client: Client,
  made: {
    readonly name: string
    readonly source: string
    readonly run?: string | undefined
    readonly description?: string
    readonly tags?: Readonly<Record<string, string>>
  },
): Promise<ModelVersion> =>
  client.ask({
    method: 'POST',
    path: 'mlflow/model-versions/create',
    body: {
      name: made.name,
      source: made.source,
      ...(made.run === undefined ? {} : { run_id: made.run }),
      ...(made.description === undefined ? {} : { description: made.description }),
      tags: tagList(made.tags ?? {}),
    },
    answer: One,
    once: true,
    doing: `make a version of ${made.name}`,
    needs: `EDIT on the registered model ${made.name}`,
  })

export const tagModelVersion = (
  client: Client,
  { name, version }: Pick<ModelVersion, 'name' | 'version'>,
  key: string,
  value: string,
): Promise<undefined> =>
  client.ask({
    method: 'POST',
    path: 'mlflow/model-versions/set-tag',
    body: { name, version, key, value },
    answer: Nothing,
    doing: `tag version ${version} of ${name}`,
    needs: `EDIT on the registered model ${name}`,
  })
