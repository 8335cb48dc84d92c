import { type EarlierLook, earlierLook } from '../core/model/holdout/earlier-look.ts'
import type { Files } from '../ports.ts'

/** Largest document that is read, in bytes. */
const MAX_BYTES = 32 * 1024 * 1024

/** What earlier evidence and certificates say of the hold-outs that they rest on; other documents among them say nothing. */
export async function earlierLooks(paths: readonly string[], files: Files): Promise<EarlierLook[]> {
  const looks: EarlierLook[] = []
  for (const path of await files.list(paths)) {
    const look = earlierLook(await files.read(path, { maxBytes: MAX_BYTES }))
    if (look) looks.push(look)
  }
  return looks
}
