import { FlatFault } from '../flatbuffers/flat-fault.ts'
import { type PartReader, takeWord } from './part-reader.ts'

const WORD = 4

/**
 * Passes over a graph of nearest neighbours in `length` bytes: how many at most, the size of each level, the neighbours of each of its
 * items (library/cpp/online_hnsw/base/index_writer.cpp). Throws FlatFault unless every neighbour is one of the level's items.
 */
export function requireNeighbours(reader: PartReader, length: number, size: number): void {
  const end = reader.at + length
  if (length === 0) return
  const most = takeWord(reader)
  const levels = takeWord(reader)
  if (levels > length / WORD) throw new FlatFault('breaks off')
  const sizes = Array.from({ length: levels }, () => takeWord(reader))
  if (most === 0 || sizes.some((each, i) => each < 1 || each > (sizes[i - 1] ?? size)))
    throw new FlatFault('has neighbours of embeddings that it does not have')
  for (const items of sizes) {
    const neighbours = items * Math.min(most, items - 1)
    if (neighbours * WORD > end - reader.at) throw new FlatFault('breaks off')
    for (let i = 0; i < neighbours; i++)
      if (takeWord(reader) >= items) throw new FlatFault('has neighbours of embeddings that it does not have')
  }
  if (reader.at !== end) throw new FlatFault('has neighbours of another length than it says')
}
