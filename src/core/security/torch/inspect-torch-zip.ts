import { grouped } from '../../wording/grouped.ts'
import { type Inspection, type InspectionContext, inconclusive } from '../format.ts'
import { judgePickle } from '../pickle/inspect-pickle.ts'
import { readPickle } from '../pickle/read-pickle.ts'
import { printable } from '../printable.ts'
import type { Archive } from '../zip/archive.ts'
import { combine, type Part } from '../zip/combine.ts'
import { inspectMembers } from '../zip/inspect-members.ts'
import { smallMemberFault } from './known-members.ts'
import { type Storage, storageTable } from './storage.ts'

const SAVE_AGAIN = 'Save the state dict again with torch.save, or with safetensors'
const STORAGE = /^data\/(.+)$/

/** Inspects torch's zip archive: one pickle, exactly the storages that it asks for, and what torch writes beside them. */
export async function inspectTorchZip(archive: Archive, context: InspectionContext): Promise<Inspection> {
  const root = /^[^/]+\//.exec(archive.members[0]?.name ?? '')?.[0] ?? ''
  const { storages, load } = storageTable()
  const held = new Map<string, number>()
  const { parts, fault, limit } = await inspectMembers(archive, context, (member, content, { hear }) => {
    const name = member.name.startsWith(root) ? member.name.slice(root.length) : ''
    const key = STORAGE.exec(name)?.[1]
    if (key !== undefined) held.set(key, content.size)
    if (key !== undefined) return undefined
    if (name === 'data.pkl') return judgePickle(readPickle(content, 0, 'refused', { persistent: load, hear }))
    const strange = smallMemberFault(name, content)
    return strange === undefined ? undefined : inconclusive(strange, SAVE_AGAIN)
  })
  const all: Part[] = [...parts, ...missing(archive, root), ...storageFaults(root, storages, held)]
  const tensors = `${grouped(storages.size)} ${storages.size === 1 ? 'storage' : 'storages'}`
  return combine(all, fault, `Restores tensors of ${tensors}, each exactly as long as the pickle says`, limit)
}

function missing({ members }: Archive, root: string): Part[] {
  const name = `${root}data.pkl`
  if (members.some(member => member.name === name)) return []
  return [{ name, inspection: inconclusive('Expected the pickle of a PyTorch file but there is none', SAVE_AGAIN) }]
}

function storageFaults(
  root: string,
  storages: ReadonlyMap<string, Storage>,
  held: ReadonlyMap<string, number>,
): Part[] {
  const faults: Part[] = []
  const report = (key: string, reason: string) =>
    faults.push({ name: `${root}data/${key}`, inspection: inconclusive(reason, SAVE_AGAIN) })
  for (const [key, { items, itemBytes }] of storages) {
    const bytes = held.get(key)
    if (bytes === undefined)
      report(key, `Expected the storage ${printable(key)} that the pickle asks for but there is none`)
    else if (bytes !== items * itemBytes)
      report(key, `Expected a storage of ${grouped(items * itemBytes)} bytes but found ${grouped(bytes)}`)
  }
  for (const key of held.keys())
    if (!storages.has(key)) report(key, 'Expected only storages that the pickle asks for but found another')
  return faults
}
