import { closestMatch } from 'leven'
import { UserError } from '../core/user-error.ts'
import type { CliFlag } from './cli-command.ts'

/** What the parser must know of a flag. */
export type Flag = Pick<CliFlag, 'name' | 'kind'>

export interface ParsedFlags {
  /** Values by flag name; a switch that was given has the value `true`. */
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly positionals: readonly string[]
}

/** Reads `--name value`, `--name=value`, `--switch` and `--list a b`; `--` ends the flags. */
export function parseFlags(args: readonly string[], flags: readonly Flag[]): ParsedFlags {
  const values = new Map<string, string[]>()
  const positionals: string[] = []
  let open: string[] | undefined
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    if (arg === '--') {
      positionals.push(...args.slice(i + 1))
      break
    }
    if (!arg.startsWith('--')) {
      ;(open ?? positionals).push(arg)
      continue
    }
    const [, name = '', inline] = /^--([^=]*)(?:=(.*))?$/s.exec(arg) ?? []
    const flag = flags.find(known => known.name === name) ?? unknown(name, flags)
    const given = values.get(name) ?? []
    values.set(name, given)
    open = undefined
    if (flag.kind === 'switch') given.push('true')
    else if (inline !== undefined) given.push(inline)
    else if (flag.kind === 'list') open = given
    else {
      const value = args[++i]
      if (value === undefined)
        throw new UserError('flags.value-missing', `Expected a value after --${name} but found nothing`)
      given.push(value)
    }
  }
  return { values, positionals }
}

function unknown(name: string, flags: readonly Flag[]): never {
  const names = flags.map(flag => flag.name)
  const meant = closestMatch(name, names, { maxDistance: Math.max(2, Math.floor(name.length / 3)) })
  throw new UserError(
    'flags.unknown',
    `Unknown flag --${name}${meant === undefined ? '' : `: did you mean --${meant}?`}`,
    {
      hint: `Flags here: ${names.map(known => `--${known}`).join(' ')}`,
    },
  )
}
