import { allowedClass } from '../../allowlists/find-allowed.ts'
import { partOf } from '../../content/part-of.ts'
import { readRange } from '../../content/read-range.ts'
import { itemCount } from '../../numpy/dtype.ts'
import { hearItems } from '../../numpy/hear-items.ts'
import { deviate, halt, type Machine, MEMMAP, replaceTop } from '../machine.ts'
import { matches } from '../matches.ts'
import { type Dict, type Instance, instance, type Value } from '../value.ts'
import { intsOf } from './ints-of.ts'
import { defineRule } from './rule.ts'

/** joblib's NUMPY_ARRAY_ALIGNMENT_BYTES (numpy_pickle.py, since 1.2) and the byte it pads with. */
const ALIGNMENT = 16
const PADDING = 0xff

const KEYS = ['subclass', 'shape', 'order', 'dtype', 'allow_mmap', 'numpy_array_alignment_bytes']
const SUBCLASSES = ['numpy:ndarray', MEMMAP, 'numpy:matrix']

/** joblib's NumpyArrayWrapper: once it has its state, the array's bytes stand in the file in place of instructions. */
export const joblibArray = defineRule({
  on: ['joblib.numpy_pickle:NumpyArrayWrapper'],
  restored(target, state, machine) {
    if (state.kind !== 'dict' || machine.joblibArrays !== 'replayed') return undefined
    const strange = [...state.entries.keys()].find(key => !KEYS.includes(key))
    if (strange !== undefined) return 'is given an attribute that joblib does not write'
    return replay(machine, target, state)
  },
})

function replay(machine: Machine, wrapper: Instance, { entries }: Dict): string | undefined {
  const [subclass, type, order, shape] = [
    entries.get('subclass'),
    entries.get('dtype'),
    entries.get('order'),
    intsOf(entries.get('shape')),
  ]
  if (subclass?.kind !== 'global' || !SUBCLASSES.includes(subclass.name.key))
    return 'stands for something other than an array'
  if (subclass.name.key === MEMMAP) machine.memmaps--
  if (type?.kind !== 'instance' || !type.dtype || !shape) return 'has no type or shape that can be followed'
  if (order?.kind !== 'str' || (order.text !== 'C' && order.text !== 'F')) return 'has an order that is neither C nor F'
  type.sealed = true
  if (machine.frameEnd !== undefined && machine.position !== machine.frameEnd) return 'does not end its frame'
  machine.frameEnd = undefined
  const array = instance(allowedClass('numpy:ndarray') ?? wrapper.of, [])
  array.sealed = true
  const { dtype } = type
  if (dtype.hasObject) {
    const result = machine.nested()
    if (machine.halted === undefined && !matches('array', result)) return 'is followed by a pickle of something else'
  } else {
    pad(machine, entries.get('numpy_array_alignment_bytes'))
    const start = machine.position
    const end = start + itemCount(shape) * dtype.itemsize
    if (!(end <= machine.source.size)) halt(machine, 'an array is longer than the file')
    else {
      hearItems(machine.hear, partOf(machine.source, start, end), dtype)
      machine.position = end
    }
    array.array = { dtype, shape, data: { start, end: machine.position } }
  }
  replaceTop(machine, array)
  return undefined
}

/** The padding has one right form; without it (joblib before 1.2) pickle.load would take the array's bytes for instructions. */
function pad(machine: Machine, alignment: Value | undefined): void {
  if (alignment?.kind !== 'int' || alignment.value !== ALIGNMENT) {
    deviate(machine, 'an array has no padding, as before joblib 1.2')
    return
  }
  const length = ALIGNMENT - ((machine.position + 1) % ALIGNMENT)
  const found = readRange(machine.source, machine.position, machine.position + 1 + length)
  if (found[0] !== length || found.subarray(1).some(byte => byte !== PADDING)) {
    halt(machine, 'the padding before an array is not that of joblib')
    return
  }
  machine.position += 1 + length
}
