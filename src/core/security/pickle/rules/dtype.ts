import { type Dtype, type Field, parseDtype, recordDtype, repeatedDtype } from '../../numpy/dtype.ts'
import type { Value } from '../value.ts'
import { intsOf } from './ints-of.ts'
import { defineRule } from './rule.ts'

/** numpy's NPY_ITEM_REFCOUNT, and the flags that make it follow pointers in an array's bytes (numpy/ndarraytypes.h). */
const REFCOUNT = 0x01
const POINTER_FLAGS = 0x07

/**
 * numpy.dtype takes fields and flags from the pickle without checking them against each other, and later follows an object field
 * wherever the flags deny it, or where it lies outside the item: both must agree here.
 */
export const dtype = defineRule({
  on: ['numpy:dtype'],
  made(made, [type]) {
    if (type?.kind === 'global') made.dtype = parseDtype('V0')
    else if (type?.kind === 'str' && type.text !== undefined) made.dtype = parseDtype(type.text)
    return made.dtype ? undefined : 'is made of a type string that is none of numpy'
  },
  restored(target, state) {
    if (state.kind !== 'tuple') return undefined
    if (!target.dtype) return 'is given a state without having been made of a type string'
    const [, order, sub, names, fields, size, , flags] = state.items
    if (order?.kind !== 'str' || size?.kind !== 'int' || flags?.kind !== 'int') return undefined
    const found = restore(target.dtype, order.text !== '>', sub, names, fields, size.value ?? -1)
    if (!found) return 'is given fields that do not fit its size'
    const bits = flags.value ?? 0
    if (found.hasObject ? !(bits & REFCOUNT) : bits & POINTER_FLAGS) return 'is given flags that contradict its fields'
    target.dtype = found
    return undefined
  },
})

function restore(
  base: Dtype,
  littleEndian: boolean,
  sub: Value | undefined,
  names: Value | undefined,
  fields: Value | undefined,
  size: number,
): Dtype | undefined {
  const variable = base.kind === 'S' || base.kind === 'U' || base.kind === 'V'
  if (sub?.kind === 'tuple') {
    const [item, shape] = sub.items
    if (item?.kind !== 'instance' || !item.dtype || base.kind !== 'V') return undefined
    item.sealed = true
    const repeated = repeatedDtype(item.dtype, intsOf(shape) ?? [-1])
    return repeated.itemsize === size ? repeated : undefined
  }
  if (fields?.kind === 'dict') {
    const found = base.kind === 'V' && names?.kind === 'tuple' ? fieldsOf(fields.entries, names.items) : undefined
    fields.sealed = true
    return found && recordDtype(size, found)
  }
  if (variable && size < 0) return undefined
  return { ...base, littleEndian, itemsize: variable ? size : base.itemsize }
}

function fieldsOf(entries: ReadonlyMap<string, Value>, names: readonly Value[]): Map<string, Field> | undefined {
  const fields = new Map<string, Field>()
  for (const [name, value] of entries) {
    if (value.kind !== 'tuple') return undefined
    const [type, offset] = value.items
    if (type?.kind !== 'instance' || !type.dtype || offset?.kind !== 'int') return undefined
    type.sealed = true
    fields.set(name, { dtype: type.dtype, offset: offset.value ?? -1 })
  }
  const named = names.every(name => name.kind === 'str' && name.text !== undefined && fields.has(name.text))
  return named && fields.size === names.length ? fields : undefined
}
