import { grouped } from '../../wording/grouped.ts'
import { partOf } from '../content/part-of.ts'
import type { Source } from '../content/source.ts'
import { defineFormat, type Inspection, type InspectionContext, inconclusive, passed } from '../format.ts'
import { itemCount } from '../numpy/dtype.ts'
import { hearItems } from '../numpy/hear-items.ts'
import { isNpy, readNpyHeader } from '../numpy/npy-header.ts'
import { inspectPickle } from '../pickle/inspect-pickle.ts'

const HINT = 'Save the array again with numpy.save'

/** One numpy array (NEP 1): plain bytes of exactly its shape and type, or for objects one pickle. */
export const npy = defineFormat({ id: 'npy', title: 'a NumPy array', recognise: isNpy, inspect })

function inspect(source: Source, { hear }: InspectionContext): Inspection {
  const header = readNpyHeader(source)
  if (typeof header === 'string') return inconclusive(`Expected a NumPy array but ${header}`, HINT)
  if (header.dtype.hasObject) return inspectPickle(source, 'pickle', { start: header.end, hear })
  const expected = itemCount(header.shape) * header.dtype.itemsize
  const found = source.size - header.end
  if (found !== expected)
    return inconclusive(
      `Expected ${grouped(expected)} bytes after the header, by shape and type, but found ${grouped(found)}`,
      HINT,
    )
  hearItems(hear, partOf(source, header.end, source.size), header.dtype)
  return passed('A NumPy array of plain numbers or text, exactly as long as its header says')
}
