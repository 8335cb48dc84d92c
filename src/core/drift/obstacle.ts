import type { Check } from '../evidence.ts'
import type { Column } from './column.ts'
import type { Files } from './files.ts'
import type { DecidingMethod } from './method.ts'

/** Something that may stand in the way of comparing a column by a method, if there is one: a check where it does, nothing where it does not. */
export type Obstacle = (column: Column, files: Files, method: DecidingMethod | undefined) => Check | undefined
