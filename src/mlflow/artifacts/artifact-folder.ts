import type { Download, Upload } from '../client.ts'

/** What lies directly in a folder of artifacts. */
export interface ArtifactEntry {
  /** From the top of the store, separated by `/`. */
  readonly path: string
  readonly folder: boolean
  /** Undefined of folders, and where the store does not say. */
  readonly bytes: number | undefined
}

/** The folder that the files of a run, a version or a logged model lie in. Every failure is a `UserError`. */
export interface ArtifactFolder {
  /** Its address. */
  readonly address: string
  /** What lies directly in a folder of it, `''` for itself; nothing where there is no such folder. */
  list(path: string): Promise<readonly ArtifactEntry[]>
  read(path: string, from: number): Promise<Download>
  /** Writes a file; that there is none yet, the caller has seen. */
  write(path: string, content: Upload): Promise<void>
  /** Where a file lies on this machine, absolute; undefined where it does not. */
  here(path: string): string | undefined
}

/** What opening one may need besides its address. */
export interface ArtifactWorld {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** For messages: `run 3f2a`, `version 7 of credit`. */
  readonly of: string
  /** The experiment whose permission decides, for messages. */
  readonly experiment?: string | undefined
}
