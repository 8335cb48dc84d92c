import type { CellKind } from './cell-kinds.ts'

/** A column that a task needs in a file of predictions. */
export interface Need {
  /** The setting that names the column, and the last part of its check's id: `label`. */
  readonly role: string
  /** The setting, where it names several columns and the role is one of theirs. */
  readonly setting?: string
  /** Its name in the file. */
  readonly column: string
  readonly cells: CellKind
  /**
   * `truth` is the same in the files of all models; `output` is the model's own; an `attribute` says something else of the row, and is
   * read from the challenger's file.
   */
  readonly side: 'truth' | 'output' | 'attribute'
  /** What it holds, as a clause: `the true class`. */
  readonly holds: string
  /** What its cells are called, in the plural: `Labels`. */
  readonly title: string
  /** What every cell should be, and what to do where one is not. */
  readonly expected: string
  readonly hint: string
  /** What to do where the file has no such column; unless given, to set the setting of the role's name. */
  readonly lacking?: string
}
