import type { ArrayData } from '../../numpy/array-data.ts'
import { itemCount } from '../../numpy/dtype.ts'
import { hearItems } from '../../numpy/hear-items.ts'
import { itemBytes } from '../../numpy/item-bytes.ts'
import { textParts } from '../../numpy/text-parts.ts'
import type { Machine } from '../machine.ts'
import type { Bytes, Instance, Value } from '../value.ts'
import { intsOf } from './ints-of.ts'
import { defineRule } from './rule.ts'

const FRESH = 'numpy._core.multiarray:_reconstruct'
const SCALAR = 'numpy._core.multiarray:scalar'
const BUFFER = 'numpy._core.numeric:_frombuffer'

/** numpy arrays: what their bytes are, and that plain bytes are never taken for objects. */
export const array = defineRule({
  on: [
    FRESH,
    SCALAR,
    BUFFER,
    'numpy:ndarray',
    'numpy:matrix',
    'numpy:recarray',
    'numpy.rec:recarray',
    'numpy.ma:MaskedArray',
    'numpy.ma.core:MaskedArray',
  ],
  made(made, args, machine) {
    const [first, type, shape] = args
    if (first?.kind === 'bytearray' || (first?.kind === 'bytes' && type?.kind === 'instance'))
      return hold(machine, made, { type, shape, content: first })
    if (first?.kind === 'instance' && first.dtype) {
      first.sealed = true
      if (first.dtype.hasObject) return 'is made of bytes, though its type holds objects'
      if (type?.kind === 'bytes' && type.range) hearHeld(machine, { dtype: first.dtype, shape: [1], data: type.range })
    }
    return undefined
  },
  restored(target, state, machine) {
    if (state.kind !== 'tuple') return undefined
    const [, shape, type, , content] = state.items
    return hold(machine, target, { type, shape, content })
  },
})

interface Content {
  readonly type: Value | undefined
  readonly shape: Value | undefined
  readonly content: Value | undefined
}

function hold(machine: Machine, target: Instance, { type, shape, content }: Content): string | undefined {
  if (type?.kind !== 'instance' || !type.dtype) return undefined
  type.sealed = true
  const lengths = intsOf(shape)
  if (!lengths) return 'has a shape that is no tuple of lengths'
  const dtype = type.dtype
  if (dtype.hasObject !== (content?.kind === 'list')) return 'holds bytes where its type says objects, or the reverse'
  const bytes = content?.kind === 'bytes' || content?.kind === 'bytearray' ? content : undefined
  if (bytes?.range && !bytes.range.latin1 && lengthOf(bytes) !== itemCount(lengths) * dtype.itemsize)
    return 'holds more or fewer bytes than its shape and type say'
  target.array = { dtype, shape: lengths, data: bytes?.range }
  hearHeld(machine, target.array)
  return undefined
}

/** Tells of the texts of an array whose bytes stand in the stream. */
function hearHeld({ hear, source }: Machine, array: ArrayData): void {
  if (hear && textParts(array.dtype).length > 0) hearItems(hear, itemBytes(source, array), array.dtype)
}

const lengthOf = ({ range }: Bytes) => (range ? range.end - range.start : 0)
