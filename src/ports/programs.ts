/** A program of the user's, started without a shell. */
export interface Program {
  /** Its name or path, and its arguments. */
  readonly command: readonly string[]
  /** Where it works, relative to the settings' folder. */
  readonly folder: string
  /** After that many it is ended, and all that it has started. */
  readonly seconds: number
  /** Variables of the environment that it is told, besides where programs, home and temporary files are. */
  readonly environment: readonly string[]
}

/** How a program ended, and the last million characters of what it said. */
export type ProgramEnd = { readonly output: string } & (
  | { readonly exitCode: number }
  | { readonly cannotStart: string }
  /** Seconds after which it was ended. */
  | { readonly stopped: number }
)

/** Runs programs of the user's. */
export interface Programs {
  run(program: Program, hears?: (said: string) => void): Promise<ProgramEnd>
}
