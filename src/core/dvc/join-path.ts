/** A path of a pointer's, from the root of the repository; undefined where it leads out of it, or is an address. */
export function joinPath(folder: string, path: string): string | undefined {
  if (path === '' || path.includes('\0') || path.startsWith('/') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(path))
    return undefined
  const steps: string[] = []
  for (const step of `${folder}/${path}`.split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined) return undefined
  }
  return steps.length === 0 ? undefined : steps.join('/')
}

/** The folder that a path is in; empty for the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
