import { S as Sha256 } from './evidence.js';
import { N as NAMESPACE } from './identifiers2.js';
import { s as strictObject, e as array, r as record, f as unknown, a as string, i as int, l as literal } from './schemas2.js';

/** One part of a run that several machines share: the `index`-th (from 1) of `count`. */
                        
                        
                        
 

/** Reads `2/4`. */
function readShard(text        )        {
  const [index = 0, count = 0] = text.split('/').map(Number);
  return { index, count }
}

/** Whether a part of a file, by its number from 0, is this shard's to measure. */
const isOwn = (part        , shard                   )          =>
  shard === undefined || part % shard.count === shard.index - 1;

/** Rows of a part of a file, and the blank lines that end it: a fault where rows follow. */
const MeasuredPart = strictObject({
  part: int().nonnegative(),
  rows: int().nonnegative(),
  blank: int().nonnegative().optional(),
});
                                                       

/** Which version of the document below it is. */
const SHARD_SCHEMA = `${NAMESPACE}shard/v1`;

/** What a shard has measured, as it is written. Bytes are those of the whole file, which every shard reads; rows are its own. */
const ShardFile = strictObject({
  schema: literal(SHARD_SCHEMA),
  tool: string(),
  shard: strictObject({ index: int().positive(), count: int().positive() }),
  contract: strictObject({ name: string(), sha256: Sha256 }),
  files: array(
    strictObject({
      file: string(),
      sha256: Sha256,
      bytes: int().nonnegative(),
      header: array(string()),
      parts: array(MeasuredPart),
      /** States by the keys of their measures, see `encodeState`. */
      state: record(string(), unknown()),
    }),
  ),
});
                                                 

/** Where a shard's file is written, inside the output folder. */
const shardFile = ({ index, count }       )         => `shards/shard-${index}-of-${count}.json`;

export { SHARD_SCHEMA as S, ShardFile as a, isOwn as i, readShard as r, shardFile as s };
