import { closestMatch } from 'leven'
import { type ExitCode, exitCodeOf } from '../commands/exit-code.ts'
import { UserError } from '../core/user-error.ts'
import { VERSION } from '../core/version.ts'
import { commands } from './commands/index.ts'
import { overview, usage } from './help.ts'

/** Runs one command line; the one boundary that turns what is thrown into a sentence and an exit code. */
export async function program(args: readonly string[]): Promise<ExitCode> {
  const [name = '--help', ...rest] = args
  if (name === '--version' || name === '-v') return say(VERSION)
  if (name === '--help' || name === '-h' || name === 'help') {
    const asked = await commandOf(rest[0] ?? '')
    return say(asked ? usage(asked) : overview(await Promise.all(Object.values(commands).map(load => load()))))
  }
  try {
    const command = await commandOf(name)
    if (!command) throw unknownCommand(name)
    if (rest.includes('--help') || rest.includes('-h')) return say(usage(command))
    return await command.run(rest)
  } catch (error) {
    return complain(error)
  }
}

const commandOf = async (name: string) => (Object.hasOwn(commands, name) ? commands[name]?.() : undefined)

function say(text: string): ExitCode {
  process.stdout.write(`${text}\n`)
  return 0
}

function complain(error: unknown): ExitCode {
  if (error instanceof UserError) {
    process.stderr.write(`error: ${error.message}\n${error.hint === undefined ? '' : `  → ${error.hint}\n`}`)
    return exitCodeOf(error)
  }
  process.stderr.write(
    `Proofmark itself failed; please report this:\n${error instanceof Error ? error.stack : String(error)}\n`,
  )
  return 2
}

function unknownCommand(name: string): UserError {
  const names = Object.keys(commands)
  const meant = closestMatch(name, names, { maxDistance: 4 })
  return new UserError(
    'command.unknown',
    `Unknown command '${name}'${meant === undefined ? '' : `: did you mean '${meant}'?`}`,
    {
      hint: `Commands: ${names.join(', ')}; 'proofmark help COMMAND' explains one`,
    },
  )
}
