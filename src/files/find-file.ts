import type { Sources } from '../ports/source.ts'
import { type Located, locate } from './locate.ts'

/** How the files of the user's are found: those of the workspace below `root`, others from where they are kept. */
export interface Whereabouts {
  /** The folder of the settings, absolute. */
  readonly root: string
  /** Absent where there is only the workspace. */
  readonly sources?: Sources | undefined
}

/** A file by path or address, where it lies on this machine: fetched, if it has to be. */
export async function findFile({ root, sources }: Whereabouts, path: string): Promise<Located> {
  const fetched = await sources?.fetch(path)
  return fetched === undefined ? locate(root, path) : { name: path, absolute: fetched, fetched: true }
}
