import { FlatFault } from '../flatbuffers/flat-fault.ts'
import { countOf, type FlatTable, tablesOf, word } from '../flatbuffers/flat-table.ts'

const NEIGHBOURS = 0

/** Throws unless each of the lists of places in this slot is of less than `count`. */
export function requireWithin(head: FlatTable, slot: number, count: number): void {
  for (const list of tablesOf(head, slot))
    for (let i = 0; i < countOf(list, NEIGHBOURS); i++)
      if (word(list, NEIGHBOURS, i) >= count) throw new FlatFault('refers to a part that it does not have')
}
