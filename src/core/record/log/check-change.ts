import { UserError } from '../../user-error.ts'

/** Longest path, in UTF-8 bytes; git itself has no limit, file systems do. */
const LONGEST = 1024

/**
 * Refuses a change to a log's branch that a forge or a checkout could understand in another way: a path that leads outside, into
 * `.git`, or that is there twice.
 */
export function checkChange(change: {
  readonly additions: readonly { readonly path: string }[]
  readonly deletions: readonly string[]
}): void {
  const seen = new Set<string>()
  for (const path of [...change.additions.map(addition => addition.path), ...change.deletions]) {
    if (!isPlain(path)) {
      throw new UserError(
        'log.path',
        `Expected a plain relative path in the log's branch but found ${JSON.stringify(path)}`,
      )
    }
    if (seen.has(path)) {
      throw new UserError('log.path', `Expected each path once in a change of the log's branch but found ${path} twice`)
    }
    seen.add(path)
  }
}

function isPlain(path: string): boolean {
  const parts = path.split('/')
  return (
    path.isWellFormed() &&
    new TextEncoder().encode(path).length <= LONGEST &&
    !/[\x00-\x1f\x7f\\:]/.test(path) &&
    parts.every(part => part !== '' && part !== '.' && part !== '..' && part.toLowerCase() !== '.git')
  )
}
