import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { MAX_POINTER_BYTES } from '../../core/record/promotion/pointer.ts'
import { MAX_BUNDLE_BYTES } from '../../core/record/statement/bundle.ts'
import { CERTIFICATE_FILE } from '../../core/record/statement/record-files.ts'
import { fileError } from '../../files/file-error.ts'
import type { PromotionTarget } from '../../ports/promotion-target.ts'
import type { TargetWorld } from '../target-kind.ts'
import { LOCK_FILE, modelFolder, POINTER_FILE, recordFolder } from './layout.ts'
import { placeModel } from './place-model.ts'
import { readCapped } from './read-capped.ts'
import { storedFiles } from './stored-files.ts'
import { withLock } from './with-lock.ts'

/** A folder that holds models by their ids, and in `production.json` the pointer to the one in production. */
export function folder(name: string, place: string, { root }: TargetWorld): PromotionTarget {
  const at = resolve(root, place)
  const file = join(at, POINTER_FILE)
  const named = <T>(verb: 'read' | 'write', work: Promise<T>) =>
    work.catch(cause => Promise.reject(fileError(name, verb, cause)))
  const current = async () => {
    const pointer = await readCapped(file, MAX_POINTER_BYTES, name)
    return { pointer, mark: pointer === undefined ? '' : createHash('sha256').update(pointer).digest('hex') }
  }

  return {
    name,
    limits: undefined,
    current: () => named('read', current()),
    place: model => named('write', placeModel(at, root, model)),
    stored: id => named('read', storedFiles(join(at, modelFolder(id)), name)),
    certificate: sha256 =>
      named('read', readCapped(join(at, recordFolder(sha256), CERTIFICATE_FILE), MAX_BUNDLE_BYTES, name)),
    point: (pointer, expected) =>
      named(
        'write',
        mkdir(at, { recursive: true }).then(() => withLock(join(at, LOCK_FILE), () => swap(pointer, expected.mark))),
      ),
  }

  async function swap(pointer: string, expected: string): Promise<'done' | 'conflict'> {
    if ((await current()).mark !== expected) return 'conflict'
    const temporary = join(at, `.${randomUUID()}.tmp`)
    try {
      const written = await open(temporary, 'wx')
      try {
        await written.writeFile(pointer)
        await written.sync()
      } finally {
        await written.close()
      }
      await rename(temporary, file)
      return 'done'
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
  }
}
