import type { Check } from '../evidence.ts'
import type { Column } from './column.ts'
import type { Files } from './files.ts'

/** Something that may stand in the way of comparing a column: a check where it does, nothing where it does not. */
export type Obstacle = (column: Column, files: Files) => Check | undefined
