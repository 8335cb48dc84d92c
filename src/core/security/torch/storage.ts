import type { PersistentLoad } from '../pickle/machine.ts'
import { type Instance, instance, type Value } from '../pickle/value.ts'
import { printable } from '../printable.ts'
import { STORAGE_ITEM_BYTES } from './item-bytes.ts'

/** Bytes that a file holds beside its pickle, under a key. */
export interface Storage {
  readonly type: string
  readonly items: number
  readonly itemBytes: number
}

const STORAGE = { key: 'torch:storage', dotted: 'torch storage', uses: '' }
const DEVICE = /^[a-z]{1,16}(:\d{1,3})?$/

/** The storages that a pickle asks for, and the loader that notes them. */
export function storageTable(): { readonly storages: ReadonlyMap<string, Storage>; readonly load: PersistentLoad } {
  const storages = new Map<string, Storage>()
  return {
    storages,
    load(id) {
      const found = readId(id)
      if (typeof found === 'string') return found
      const { key, storage } = found
      const known = storages.get(key)
      if (known && (known.type !== storage.type || known.items !== storage.items))
        return `asks for the storage ${printable(key)} in two sizes or types`
      storages.set(key, storage)
      return instance(STORAGE, [
        { kind: 'global', name: { key: storage.type, dotted: storage.type, uses: '' } },
        { kind: 'int', value: storage.items },
      ])
    },
  }
}

/** What an instance of the table stands for; undefined for any other. */
export function storageOf({ of, args }: Instance): Storage | undefined {
  const [type, items] = args
  if (of !== STORAGE || type?.kind !== 'global' || items?.kind !== 'int') return undefined
  return { type: type.name.key, items: items.value ?? 0, itemBytes: STORAGE_ITEM_BYTES[type.name.key] ?? 0 }
}

/** `('storage', class, key, device, items)`, before 1.6 with a view after it, which has been None since 0.4 (torch/serialization.py). */
function readId(id: Value): { readonly key: string; readonly storage: Storage } | string {
  const strange = 'asks the loader for something other than a storage of this file'
  if (id.kind !== 'tuple' || id.items.length < 5 || id.items.length > 6) return strange
  const [word, type, key, device, items, view] = id.items
  if (word?.kind !== 'str' || word.text !== 'storage' || (view && view.kind !== 'none')) return strange
  const itemBytes = type?.kind === 'global' ? STORAGE_ITEM_BYTES[type.name.key] : undefined
  if (type?.kind !== 'global' || itemBytes === undefined)
    return 'asks for a storage of a class that torch does not have'
  if (key?.kind !== 'str' || key.text === undefined || !/^[\w.-]{1,64}$/.test(key.text)) return strange
  if (device?.kind !== 'str' || !DEVICE.test(device.text ?? '')) return 'asks for a storage on an unknown device'
  if (items?.kind !== 'int' || items.value === undefined || items.value < 0) return strange
  return { key: key.text, storage: { type: type.name.key, items: items.value, itemBytes } }
}
