import { grouped } from '../../wording/grouped.ts'
import type { Source } from '../content/source.ts'
import { viewAt } from '../content/view-at.ts'
import { type Inspection, type InspectionContext, inconclusive, passed } from '../format.ts'
import { judgePickle } from '../pickle/inspect-pickle.ts'
import { readPickle } from '../pickle/read-pickle.ts'
import type { Value } from '../pickle/value.ts'
import { printable } from '../printable.ts'
import { TORCH_LEGACY } from '../starts-as-pickle.ts'
import { type Storage, storageTable } from './storage.ts'
import { readStorageKeys } from './storage-keys.ts'

const PROTOCOL = 1001
const SAVE_AGAIN = 'Load it with weights_only=True and save it again with a current torch.save, or with safetensors'
/** Each storage begins with its number of items, as 64 bits. */
const COUNT = 8

/** One of the pickles that follow one another, and what must hold of its outcome. */
interface Stream {
  readonly name: string
  readonly isRight: (outcome: Value) => boolean
}

const STREAMS = [
  { name: 'protocol version', isRight: value => value.kind === 'int' && value.value === PROTOCOL },
  { name: 'system information', isRight: isLittleEndian },
  { name: 'object', isRight: () => true },
  { name: 'list of storages', isRight: value => value.kind === 'list' },
] satisfies readonly Stream[]

/** Inspects torch's file from before 1.6: magic number, four pickles, then the storages to the last byte (torch/serialization.py, `_legacy_save`). */
export function inspectTorchLegacy(source: Source, { hear }: InspectionContext): Inspection {
  const { storages, load } = storageTable()
  let at = TORCH_LEGACY.length
  let globals = 0
  let doubt: Inspection | undefined
  let list = at
  for (const { name, isRight } of STREAMS) {
    const machine = readPickle(source, at, 'refused', { persistent: name === 'object' ? load : undefined, hear })
    const judged = judgePickle(machine, machine.position)
    // What follows is not read any more, so nobody can tell whether it is sound.
    const { soundApart: _, ...fault } = judged
    if (judged.status === 'fail') return { ...fault, reason: `${judged.reason} (in the ${name})` }
    if (judged.status === 'inconclusive') doubt ??= { ...judged, reason: `${judged.reason} (in the ${name})` }
    else if (!isRight(machine.result)) doubt ??= unlike(`its ${name} is not as torch.save writes it`)
    globals = Math.max(globals, judged.globals)
    if (machine.halted !== undefined) break
    list = at
    at = machine.position
  }
  if (doubt) return doubt
  const fault = storageFault(source, readStorageKeys(source, list, at), at, storages)
  if (fault !== undefined) return unlike(fault)
  return passed(`Restores tensors of ${grouped(storages.size)} storages, which fill the file to its end`, globals)
}

const unlike = (fault: string) => inconclusive(`Expected a PyTorch file but ${fault}`, SAVE_AGAIN)

function isLittleEndian(value: Value): boolean {
  const endian = value.kind === 'dict' ? value.entries.get('little_endian') : undefined
  return endian?.kind === 'bool' && endian.value
}

function storageFault(
  source: Source,
  keys: readonly string[] | undefined,
  start: number,
  storages: ReadonlyMap<string, Storage>,
): string | undefined {
  if (!keys || new Set(keys).size !== keys.length) return 'its list of storages is not as torch.save writes it'
  if (keys.length !== storages.size) return 'it holds other storages than the pickle asks for'
  let at = start
  for (const key of keys) {
    const storage = storages.get(key)
    if (!storage) return `the pickle does not ask for the storage ${printable(key)}`
    const items = at + COUNT <= source.size ? Number(viewAt(source, at, COUNT).getBigInt64(0, true)) : -1
    if (items !== storage.items) return `the storage ${printable(key)} does not have as many items as the pickle says`
    at += COUNT + items * storage.itemBytes
  }
  if (at === source.size) return undefined
  return at > source.size ? 'its last storage is cut off' : `${grouped(source.size - at)} bytes follow its last storage`
}
