import { z } from 'zod'
import type { Client } from './client.ts'
import { inPages } from './in-pages.ts'
import { Tags } from './tags.ts'

/** Versions come as texts of decimal numbers; some look-alikes give numbers. */
export const Version = z.union([z.string().regex(/^\d{1,18}$/), z.int().nonnegative()]).transform(String)

/** A name that versions are registered under. */
export const RegisteredModel = z
  .object({
    name: z.string(),
    tags: Tags,
    aliases: z.array(z.object({ alias: z.string(), version: Version })).default([]),
  })
  .transform(({ name, tags, aliases }) => ({
    name,
    tags,
    /** Versions by alias; one whose version was deleted is still listed. */
    aliases: new Map(aliases.map(({ alias, version }) => [alias, version])) as ReadonlyMap<string, string>,
  }))
export type RegisteredModel = z.infer<typeof RegisteredModel>

const One = z
  .object({ registered_model: RegisteredModel })
  .transform((answer): RegisteredModel | undefined => answer.registered_model)
const Many = z.object({
  registered_models: z.array(RegisteredModel).default([]),
  next_page_token: z.string().optional(),
})
const Nothing = z.object({}).transform(() => undefined)

/** Undefined where there is no such model. */
export const getRegisteredModel = (client: Client, name: string): Promise<RegisteredModel | undefined> =>
  client.ask({
    method: 'GET',
    path: 'mlflow/registered-models/get',
    query: { name },
    answer: One,
    refusal: ({ code }) => (code === 'RESOURCE_DOES_NOT_EXIST' ? { means: undefined } : undefined),
    doing: `read the registered model ${name}`,
    needs: `READ on the registered model ${name}`,
  })

/** Registered models that the user may see, at most `most`. */
export const searchRegisteredModels = (client: Client, most: number): Promise<RegisteredModel[]> =>
  inPages(
    most,
    async (size, token) => {
      const page = await client.ask({
        method: 'GET',
        path: 'mlflow/registered-models/search',
        query: { max_results: size, page_token: token },
        answer: Many,
        doing: 'list the registered models',
      })
      return { items: page.registered_models, next: page.next_page_token }
    },
    100,
  )

export const tagRegisteredModel = (client: Client, name: string, key: string, value: string): Promise<undefined> =>
  client.ask({
    method: 'POST',
    path: 'mlflow/registered-models/set-tag',
    body: { name, key, value },
    answer: Nothing,
    doing: `tag the registered model ${name}`,
    needs: `EDIT on the registered model ${name}`,
  })
