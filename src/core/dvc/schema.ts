import { z } from 'zod'

/** Everything is a text here: the files are read without YAML's types. An empty value is an empty text. */
const Text = z.string()
const Count = z
  .string()
  .regex(/^\d{1,16}$/)
  .transform(Number)
const Truth = z.enum(['true', 'false', 'True', 'False']).transform(text => text.toLowerCase() === 'true')
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.union([z.literal('').transform((): z.output<Item>[] => []), z.array(item)]).default([])

const Cloud = z.record(z.string(), z.object({ etag: Text.optional(), version_id: Text.optional() })).optional()

const Hashed = {
  md5: z
    .string()
    .regex(/^[0-9a-f]{32}(\.dir)?$/, 'an md5, .dir after it for a folder')
    .optional(),
  hash: Text.optional(),
  etag: Text.optional(),
  checksum: Text.optional(),
  version_id: Text.optional(),
  size: Count.optional(),
  nfiles: Count.optional(),
  cloud: Cloud,
}

const Listed = z.object({ ...Hashed, relpath: z.string().min(1).max(4096) })

/** An output as `.dvc` files and `dvc.lock` have it; what is not needed here is passed over (dvc/schema.py, dvc/output.py). */
export const OutputSchema = z.object({
  ...Hashed,
  path: z.string().min(1).max(4096),
  files: z.array(Listed).max(1_000_000).optional(),
  cache: Truth.optional(),
  push: Truth.optional(),
  remote: Text.optional(),
})

const Dependency = z.object({
  path: Text.optional(),
  repo: z.object({ url: Text.optional(), rev_lock: Text.optional() }).optional(),
  db: z.unknown().optional(),
})

/** A `.dvc` file. */
export const PointerSchema = z.object({
  wdir: Text.optional(),
  outs: listOf(OutputSchema),
  deps: listOf(Dependency),
})

/** A `dvc.lock` file. */
export const LockSchema = z.object({
  schema: z.literal('2.0', 'schema 2.0, which DVC 2 and 3 write'),
  stages: z
    .union([z.literal('').transform(() => ({})), z.record(z.string(), z.object({ outs: listOf(OutputSchema) }))])
    .default({}),
})
