/** A path that a file names, seen from the root: `reqs/base.txt` for `base.txt` in `reqs/all.txt`; undefined where it is no path inside the root. */
export function resolveInclude(from: string, path: string): string | undefined {
  if (/^[a-z][\w+.-]*:\/\/|^[/\\]|^[A-Za-z]:[/\\]|[$\0]/.test(path)) return undefined
  const steps = from.split('/').slice(0, -1)
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined) return undefined
  }
  return steps.length === 0 ? undefined : steps.join('/')
}
