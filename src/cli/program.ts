import { closestMatch } from 'leven'
import type { ExitCode } from '../commands/exit-code.ts'
import { UserError } from '../core/user-error.ts'
import { VERSION } from '../core/version.ts'
import { commands } from './commands/index.ts'
import { overview, usage } from './help.ts'

/** The oldest Node that it runs on, as package.json has it: the one that actions run on. */
const NODE = 24

/** Runs one command line; the one boundary that turns what is thrown into a sentence and an exit code. */
export async function program(args: readonly string[]): Promise<ExitCode> {
  const [name = '--help', ...rest] = args
  if (Number.parseInt(process.versions.node, 10) < NODE) return complain(tooOld())
  if (name === '--version' || name === '-v') return say(VERSION)
  if (name === '--help' || name === '-h' || name === 'help') {
    const asked = commands.find(command => command.name === rest[0])
    return say(asked ? usage(asked) : overview(commands))
  }
  try {
    const command = commands.find(candidate => candidate.name === name)
    if (!command) throw unknownCommand(name)
    if (rest.includes('--help') || rest.includes('-h')) return say(usage(command))
    return await command.run(rest)
  } catch (error) {
    return complain(error)
  }
}

const tooOld = () =>
  new UserError('node.too-old', `Expected Node ${NODE} or newer but found ${process.versions.node}`, {
    hint: 'Install it, or run `npx -p node@24 -p github:proofmark/proofmark proofmark`',
    kind: 'environment',
  })

function say(text: string): ExitCode {
  process.stdout.write(`${text}\n`)
  return 0
}

function complain(error: unknown): ExitCode {
  if (error instanceof UserError) {
    process.stderr.write(`error: ${error.message}\n${error.hint === undefined ? '' : `  → ${error.hint}\n`}`)
    return error.kind === 'environment' ? 4 : 3
  }
  process.stderr.write(
    `Proofmark itself failed; please report this:\n${error instanceof Error ? error.stack : String(error)}\n`,
  )
  return 2
}

function unknownCommand(name: string): UserError {
  const names = commands.map(command => command.name)
  const meant = closestMatch(name, names, { maxDistance: 4 })
  return new UserError(
    'command.unknown',
    `Unknown command '${name}'${meant === undefined ? '' : `: did you mean '${meant}'?`}`,
    {
      hint: `Commands: ${names.join(', ')}; 'proofmark help COMMAND' explains one`,
    },
  )
}
