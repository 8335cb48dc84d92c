import type { Program } from '../ports.ts'

/** What a process is to run, its environment told in full. */
export interface ToRunner extends Pick<Program, 'command'> {
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
}

/** What the program says while it runs, then how it ended. */
export type FromRunner = { readonly said: string } | { readonly exitCode: number } | { readonly cannotStart: string }
