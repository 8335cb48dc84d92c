import type { BaseFiles, BaseRepository, Ports } from '../ports.ts'

type Merging = Pick<Ports, 'forge' | 'context' | 'baseRepository'>

/** The repository as it stands where a change is to be merged, by the forge or by a clone; none where nothing is to be merged. */
export const mergeTarget = ({ forge, context, baseRepository }: Merging): BaseRepository | undefined =>
  baseRepository ?? (context.base === undefined ? undefined : forge)

/** Files of the base branch by paths from the settings' folder; none where nothing is to be merged. `configPath`: the settings file seen from the repository's root. */
export function baseFiles(configPath: string | undefined, ports: Merging): BaseFiles | undefined {
  const repository = mergeTarget(ports)
  if (!repository) return undefined
  const folder = configPath?.split('/').slice(0, -1) ?? []
  return {
    async readText(path) {
      const inRepository = resolved([...folder, ...path.split('/')])
      return inRepository === undefined ? undefined : repository.readBase(inRepository)
    },
    async list() {
      const start = folder.map(part => `${part}/`).join('')
      const paths = await repository.listBase()
      return paths.filter(path => path.startsWith(start)).map(path => path.slice(start.length))
    },
  }
}

/** Without `.` and `..`; undefined where it leads out of the repository. */
function resolved(parts: readonly string[]): string | undefined {
  const found: string[] = []
  for (const part of parts) {
    if (part === '..' && found.pop() === undefined) return undefined
    if (part !== '..' && part !== '.' && part !== '') found.push(part)
  }
  return found.join('/')
}
