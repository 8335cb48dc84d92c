import { randomUUID } from 'node:crypto'
import { access, copyFile, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { systemCode } from '../../files/file-error.ts'
import type { PlacedModel } from '../../ports/promotion-target.ts'
import { modelFolder, recordFolder } from './layout.ts'

/** Copies a model and its record into a folder: each is there as a whole or not at all, and what is there already stays. */
export async function placeModel(folder: string, root: string, model: PlacedModel): Promise<void> {
  await whole(join(folder, modelFolder(model.id)), async part => {
    for (const { name, path } of model.files) {
      const target = join(part, name)
      await mkdir(dirname(target), { recursive: true })
      await copyFile(resolve(root, path), target)
      await flush(target)
    }
  })
  await whole(join(folder, recordFolder(model.certificate)), async part => {
    for (const { name, content } of model.record) await writeFile(join(part, name), content, { flush: true })
  })
}

/** Makes a folder under another name and renames it; where somebody else was faster, theirs stays. */
async function whole(target: string, fill: (part: string) => Promise<void>): Promise<void> {
  if (await exists(target)) return
  await mkdir(dirname(target), { recursive: true })
  const part = join(dirname(target), `.${randomUUID()}.part`)
  try {
    await mkdir(part)
    await fill(part)
    await rename(part, target)
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    if (!['ENOTEMPTY', 'EEXIST'].includes(systemCode(error) ?? '') || !(await exists(target))) throw error
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
