import { z } from 'zod'
import { isPattern } from './pattern-expression.ts'

/** A regular expression, as an argument. */
export const Pattern = z.string().refine(isPattern, { error: 'a regular expression of ECMA-262' })
