import { itemCount } from '../../numpy/dtype.ts'
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
  made(made, args) {
    const [first, type, shape] = args
    if (first?.kind === 'bytearray' || (first?.kind === 'bytes' && type?.kind === 'instance'))
      return hold(made, type, shape, first)
    if (first?.kind === 'instance' && first.dtype) {
      first.sealed = true
      if (first.dtype.hasObject) return 'is made of bytes, though its type holds objects'
    }
    return undefined
  },
  restored(target, state) {
    if (state.kind !== 'tuple') return undefined
    const [, shape, type, , content] = state.items
    return hold(target, type, shape, content)
  },
})

function hold(
  target: Instance,
  type: Value | undefined,
  shape: Value | undefined,
  content: Value | undefined,
): string | undefined {
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
  return undefined
}

const lengthOf = ({ range }: Bytes) => (range ? range.end - range.start : 0)
