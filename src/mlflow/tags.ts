import { z } from 'zod'

/** Tags as MLflow lists them, by key. A text of MLflow's may be missing where it is empty. */
export const Tags = z
  .array(z.object({ key: z.string(), value: z.string().default('') }))
  .default([])
  .transform((tags): ReadonlyMap<string, string> => new Map(tags.map(({ key, value }) => [key, value])))

/** Tags as MLflow takes them. */
export const tagList = (tags: Readonly<Record<string, string>>) =>
  Object.entries(tags).map(([key, value]) => ({ key, value }))
