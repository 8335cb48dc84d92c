import type { DvcOutput } from '../core/dvc/output.ts'
import { readLock } from '../core/dvc/read-lock.ts'
import { NO_PIPELINE } from '../core/dvc/read-pipeline.ts'
import { readPointer } from '../core/dvc/read-pointer.ts'
import { UserError } from '../core/user-error.ts'

/** What a pointer named once; nothing where it could not be read then. */
export function trackedAt(pointer: string, text: string): DvcOutput[] {
  try {
    return pointer.endsWith('dvc.lock') ? readLock(pointer, text, NO_PIPELINE) : readPointer(pointer, text)
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}
