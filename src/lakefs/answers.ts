import { z } from 'zod'

/** A commit; `meta_range_id` names its content: two commits with the same one hold the same objects. */
export const Commit = z.object({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  meta_range_id: z.string().max(256),
  parents: z.array(z.string().max(256)).max(100).default([]),
  metadata: z.record(z.string(), z.string()).nullish(),
})
export type Commit = z.infer<typeof Commit>

/** A branch or a tag, and the commit that it names. */
export const Ref = z.object({ id: z.string().max(1024), commit_id: z.string().max(256) })

/** An object; `checksum` is the store's ETag, no digest of the content. */
export const StoredObject = z.object({
  path: z.string().max(4096),
  path_type: z.string().max(32).default('object'),
  checksum: z.string().max(256),
  size_bytes: z.int().nonnegative().default(0),
  physical_address: z.string().max(8192).default(''),
})
export type StoredObject = z.infer<typeof StoredObject>

/** A page of a listing. */
export const pageOf = <Item>(item: z.ZodType<Item>) =>
  z.object({
    pagination: z.object({ has_more: z.boolean(), next_offset: z.string().max(8192) }),
    results: z.array(item).max(1000),
  })

export const Difference = z.object({
  path: z.string().max(4096),
  type: z.enum(['added', 'removed', 'changed', 'conflict', 'prefix_changed']),
})
export type Difference = z.infer<typeof Difference>

export const BranchProtection = z.array(z.object({ pattern: z.string().max(1024) })).max(1000)

export const User = z.object({ user: z.object({ id: z.string().max(1024) }) })

export const ServerVersion = z.object({ version: z.string().max(256).default('unknown') })

/** What a refusal says. */
export const Refusal = z.object({ message: z.string() })
