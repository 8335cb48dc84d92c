import type { EngineTable } from '../core/pushdown/engine-table.ts'
import type { Answer, Statement } from '../core/pushdown/statement.ts'

/** An engine that holds tables: it is asked by read-only statements, within limits. */
export interface Engine {
  /** Opens a table for one measurement. What cannot be reached or read is a `UserError`. */
  open(table: EngineTable): Promise<EngineSession>
}

/** A measurement of one table: all its statements see the same rows, where the engine can promise that. */
export interface EngineSession {
  /** Name and version as the engine gives them. */
  readonly version: string
  /** What stands after FROM: the table, its names quoted, with the snapshot it is pinned to. */
  readonly from: string
  /** Whether it is a plain table, and no view or file. */
  readonly isPlain: boolean
  /** Whether all statements see the same rows, whoever writes meanwhile. */
  readonly isPinned: boolean
  /** The table's columns with their types, as the engine names them. */
  readonly columns: readonly { readonly name: string; readonly type: string; readonly denied?: string }[]
  /** Which of other columns there are, but may not be read, and why; absent where everything may be. */
  denied?(names: readonly string[]): Promise<EngineSession['columns']>
  /** The state of the table that all statements see, where the engine has a name for it. */
  readonly snapshot?: {
    readonly id: string
    readonly at?: string
    /** Whether it ends with the session, and cannot be asked again by its id. */
    readonly isGone?: boolean
  }
  /** Why a table of an engine that knows states is not pinned to one. */
  readonly unpinned?: string
  /** Hidden columns in which a row says which file it is of, so that it is seen when files have changed. */
  readonly fileColumns?: readonly string[]
  /** Which of its schemas a table is read by, where files stay as they are and their cells are others by another. */
  readonly schema?: string
  /** What one reading of some columns would cost, where the engine can tell beforehand. */
  estimate?(from: string, columns: readonly string[]): Promise<EngineEstimate | undefined>
  query(statement: Statement, hears: (progress: EngineProgress) => void): Promise<EngineAnswer>
  /** Ends what is under way, where that is not what `close` does. */
  cancel?(): Promise<void>
  /** Lets go of the engine, whatever is under way. */
  close(): Promise<void>
}

/** What an engine expects to read. */
export interface EngineEstimate {
  readonly rows?: number
  readonly bytes?: number
}

export interface EngineAnswer {
  readonly rows: Answer
  /** By which the engine knows the statement. */
  readonly id?: string
}

/** How far a statement is, as the engine reports it. */
export interface EngineProgress {
  readonly rows?: number
  readonly bytes?: number
  /** From 0 to 1. */
  readonly share?: number
  /** What it is at, in the engine's own words. */
  readonly stage?: string
}
