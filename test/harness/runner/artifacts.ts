import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryFolder } from './temporary-folder.ts'

/** Artifacts of runs, kept in a folder; hand the same one to a later run that reads them. */
export interface Artifacts {
  /** Where a run's artifact lies; made by `put`. */
  folder(runId: number, name: string): string
  names(runId: number): string[]
  put(runId: number, name: string, files: readonly { readonly from: string; readonly as: string }[]): void
}

export function artifactStore(root = temporaryFolder('artifacts')): Artifacts {
  const folder = (runId: number, name: string) => join(root, String(runId), name)
  return {
    folder,
    names: runId => (existsSync(join(root, String(runId))) ? readdirSync(join(root, String(runId))).sort() : []),
    put(runId, name, files) {
      rmSync(folder(runId, name), { recursive: true, force: true })
      mkdirSync(folder(runId, name), { recursive: true })
      for (const { from, as } of files) {
        const to = join(folder(runId, name), as)
        mkdirSync(dirname(to), { recursive: true })
        cpSync(from, to)
      }
    },
  }
}
