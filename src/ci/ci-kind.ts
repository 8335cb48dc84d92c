import type { RunContext } from '../ports.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** What a CI says of the run. */
export interface CiRun {
  readonly context: RunContext
  /** Folder that the repository was checked out to, absolute. */
  readonly workspace?: string | undefined
}

/** What kinds may ask of the machine. */
export interface CiWorld {
  readonly env: Environment
  /** The working directory, absolute. */
  readonly cwd: string
  readFile(path: string): Promise<string>
}

/** One CI, known by the variables that it sets. */
export interface CiKind {
  readonly id: string
  recognises(env: Environment): boolean
  run(world: CiWorld): Promise<CiRun>
}
