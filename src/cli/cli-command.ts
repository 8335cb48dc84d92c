import type { ExitCode } from '../commands/exit-code.ts'

/** A command of the program, as the command line knows it. */
export interface CliCommand {
  readonly name: string
  readonly summary: string
  /** What follows the name on the command line. */
  readonly synopsis: string
  readonly examples: readonly string[]
  readonly flags: readonly CliFlag[]
  run(args: readonly string[]): Promise<ExitCode>
}

export interface CliFlag {
  readonly name: string
  /** `list`: takes every value up to the next flag, and may be given again; `switch`: takes none. */
  readonly kind: 'value' | 'list' | 'switch'
  readonly description: string
}
