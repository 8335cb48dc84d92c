import type { Control } from '../control.ts'
import { organisational } from './iso27001-organisational.ts'
import { technological } from './iso27001-technological.ts'

/** ISO/IEC 27001:2022, Annex A: the controls that evidence of a model's certification bears on. */
export const iso27001: readonly Control[] = [...organisational, ...technological]
