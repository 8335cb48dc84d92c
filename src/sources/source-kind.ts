import type { Source } from '../ports/source.ts'

/** What sources may ask of the machine they are opened on. */
export interface SourceWorld {
  /** Folder that paths are relative to, absolute. */
  readonly root: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Hears of long downloads. */
  progress(message: string): void
  /** Milliseconds that count as a second, for waiting. */
  readonly second?: number
  /** How often a request is sent at most, where another number than usual is meant. */
  readonly tries?: number
}

/** One kind of source. */
export interface SourceKind {
  /** As evidence has it in `origin.kind`. */
  readonly kind: string
  /** How its addresses are written, for messages and help; absent where it is paths of the workspace that it knows. */
  readonly form?: string
  /** Whether a path may be one of its own: cheap, and without loading it. */
  recognises(path: string, world: SourceWorld): boolean
  /** Loads it, once a run. */
  open(world: SourceWorld): Promise<Source>
}
