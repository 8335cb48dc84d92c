import { z } from 'zod'
import { Sha256 } from '../evidence.ts'
import { NAMESPACE } from '../identifiers.ts'

/** One part of a run that several machines share: the `index`-th (from 1) of `count`. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** Reads `2/4`. */
export function readShard(text: string): Shard {
  const [index = 0, count = 0] = text.split('/').map(Number)
  return { index, count }
}

/** Whether a part of a file, by its number from 0, is this shard's to measure. */
export const isOwn = (part: number, shard: Shard | undefined): boolean =>
  shard === undefined || part % shard.count === shard.index - 1

/** Rows of a part of a file, and the blank lines that end it: a fault where rows follow. */
export const MeasuredPart = z.strictObject({
  part: z.int().nonnegative(),
  rows: z.int().nonnegative(),
  blank: z.int().nonnegative().optional(),
})
export type MeasuredPart = z.infer<typeof MeasuredPart>

/** Which version of the document below it is. */
export const SHARD_SCHEMA = `${NAMESPACE}shard/v1`

/** What a shard has measured, as it is written. Bytes are those of the whole file, which every shard reads; rows are its own. */
export const ShardFile = z.strictObject({
  schema: z.literal(SHARD_SCHEMA),
  tool: z.string(),
  shard: z.strictObject({ index: z.int().positive(), count: z.int().positive() }),
  contract: z.strictObject({ name: z.string(), sha256: Sha256 }),
  files: z.array(
    z.strictObject({
      file: z.string(),
      sha256: Sha256,
      bytes: z.int().nonnegative(),
      header: z.array(z.string()),
      parts: z.array(MeasuredPart),
      /** States by the keys of their measures, see `encodeState`. */
      state: z.record(z.string(), z.unknown()),
    }),
  ),
})
export type ShardFile = z.infer<typeof ShardFile>

/** Where a shard's file is written, inside the output folder. */
export const shardFile = ({ index, count }: Shard): string => `shards/shard-${index}-of-${count}.json`
