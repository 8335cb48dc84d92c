import { TYPE_ITEM_BYTES } from '../../torch/item-bytes.ts'
import { storageOf } from '../../torch/storage.ts'
import type { Instance, Value } from '../value.ts'
import { intsOf } from './ints-of.ts'
import { defineRule } from './rule.ts'

/** torch's rebuild functions (torch/_utils.py): a tensor stays inside its storage, and its hooks are none. */
export const tensor = defineRule({
  on: [
    'torch._utils:_rebuild_tensor',
    'torch._utils:_rebuild_tensor_v2',
    'torch._utils:_rebuild_tensor_v3',
    'torch._utils:_rebuild_qtensor',
    'torch._utils:_rebuild_parameter',
    'torch._utils:_rebuild_parameter_with_state',
  ],
  made(_, args) {
    if (!args.every(isHarmless)) return 'is given hooks or a state that torch does not write'
    const [storage, offset, size, stride] = args
    if (storage?.kind !== 'instance' || storageOf(storage) === undefined) return undefined
    const type = args.find(arg => arg.kind === 'global')
    return fits(storage, offset, size, stride, type) ? undefined : 'makes a tensor that reaches outside its storage'
  },
})

/** Hooks are called when a gradient is computed; torch writes none. Neither they nor a state may change afterwards. */
function isHarmless(value: Value): boolean {
  if (value.kind === 'dict') {
    value.sealed = true
    return value.fault === undefined
  }
  if (value.kind !== 'instance' || value.of.key !== 'collections:OrderedDict') return true
  value.sealed = true
  return value.args.length === 0 && !value.filled
}

function fits(
  storage: Instance,
  offset: Value | undefined,
  size: Value | undefined,
  stride: Value | undefined,
  type: Value | undefined,
): boolean {
  const held = storageOf(storage)
  const first = intsOf(offset)?.[0]
  const sizes = intsOf(size)
  const strides = intsOf(stride)
  const itemBytes = type?.kind === 'global' ? TYPE_ITEM_BYTES[type.name.key] : held?.itemBytes
  if (!held || first === undefined || first < 0 || !sizes || !strides || itemBytes === undefined) return false
  if (sizes.length !== strides.length) return false
  if (sizes.includes(0)) return true
  const last = sizes.reduce((sum, length, i) => sum + (length - 1) * (strides[i] ?? 0), first)
  return (last + 1) * itemBytes <= held.itemBytes * held.items
}
