/** One line of a `.dvcignore`, made ready. */
interface Rule {
  readonly pattern: RegExp
  readonly negated: boolean
  readonly foldersOnly: boolean
}

/** Folders that DVC never looks into. */
const NEVER = new Set(['.git', '.hg', '.dvc'])

/** Whether a path from the root of the repository is left out. */
export type Ignored = (path: string, isFolder: boolean) => boolean

/** What `.dvcignore` files leave out, by gitignore's grammar (gitignore(5)); of several rules the last one counts. */
export function readIgnores(files: readonly { readonly folder: string; readonly text: string }[]): Ignored {
  const rules = files.flatMap(({ folder, text }) => text.split(/\r?\n/).flatMap(line => ruleOf(line, folder)))
  return (path, isFolder) => {
    if (isFolder && NEVER.has(path.slice(path.lastIndexOf('/') + 1))) return true
    let ignored = false
    for (const { pattern, negated, foldersOnly } of rules)
      if ((isFolder || !foldersOnly) && pattern.test(path)) ignored = !negated
    return ignored
  }
}

function ruleOf(raw: string, folder: string): Rule[] {
  const line = raw.replace(/(?<!\\)\s+$/, '')
  if (line === '' || line.startsWith('#')) return []
  const negated = line.startsWith('!')
  const body = line.slice(negated ? 1 : 0).replace(/^\\(?=[#!])/, '')
  const foldersOnly = body.endsWith('/')
  const glob = body.replace(/\/$/, '')
  const below = folder === '' ? '' : `${escaped(folder)}/`
  const anywhere = !glob.includes('/')
  const pattern = new RegExp(`^${below}${anywhere ? '(?:.*/)?' : ''}${regexOf(glob.replace(/^\//, ''))}$`, 's')
  return [{ pattern, negated, foldersOnly }]
}

const regexOf = (glob: string) =>
  glob.replace(/\\(.)|\*\*\/|\/\*\*$|\*\*|\*|\?|\[!?[^\]]*\]|[^\\]/gs, (token, literal?: string) => {
    if (literal !== undefined) return escaped(literal)
    if (token === '**/') return '(?:.*/)?'
    if (token === '/**') return '/.*'
    if (token === '**') return '.*'
    if (token === '*') return '[^/]*'
    if (token === '?') return '[^/]'
    if (token.length > 2 && token.startsWith('['))
      return `[${token
        .slice(1, -1)
        .replace(/^!/, '^')
        .replace(/[\\[\]]/g, '\\$&')}]`
    return escaped(token)
  })

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
