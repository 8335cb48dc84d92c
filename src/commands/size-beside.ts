import type { InspectionContext } from '../core/security/format.ts'
import type { Files } from '../ports.ts'

/** Tells the size of a scanned file by its path from the folder of the file at `path`, as a model names the files of its weights. */
export function sizeBeside(
  path: string,
  scanned: readonly string[],
  files: Pick<Files, 'digest'>,
): NonNullable<InspectionContext['sizeBeside']> {
  const folder = path.split('/').slice(0, -1)
  return async location => {
    const named = [...folder, ...location.split('/').filter(part => part !== '' && part !== '.')].join('/')
    return scanned.includes(named) ? (await files.digest(named)).bytes : undefined
  }
}
