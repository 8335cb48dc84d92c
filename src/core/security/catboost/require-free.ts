import { FlatFault } from '../flatbuffers/flat-fault.ts'

/**
 * Throws unless a table of hashes has two to some power of buckets, some of them free: a search for what is not in it goes on until
 * it meets one that is, and CatBoost would search a full table for ever. Gives how many are taken.
 */
export function requireFree(buckets: number, isFree: (index: number) => boolean): number {
  if (buckets < 1 || !Number.isInteger(Math.log2(buckets)))
    throw new FlatFault(`has a table of hashes with ${buckets} buckets`)
  let taken = 0
  for (let i = 0; i < buckets; i++) if (!isFree(i)) taken++
  if (taken === buckets) throw new FlatFault('has a table of hashes without a free bucket')
  return taken
}
