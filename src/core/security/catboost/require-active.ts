import { FlatFault } from '../flatbuffers/flat-fault.ts'
import { countOf, type FlatTable, word } from '../flatbuffers/flat-table.ts'
import { CALCER } from './part-shapes.ts'

/** Throws unless each number that the trees are given is one of those that are made; CatBoost reads them without a look. */
export function requireActive(calcer: FlatTable, outputs: number): void {
  for (let i = 0; i < countOf(calcer, CALCER.active); i++)
    if (word(calcer, CALCER.active, i) >= outputs) throw new FlatFault(`gives the trees a number that it does not have`)
}
