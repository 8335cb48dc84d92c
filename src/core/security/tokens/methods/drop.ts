import { z } from 'zod'
import { defineMethod } from '../define-method.ts'

/** The column left out of the table. */
export const drop = defineMethod({
  id: 'drop',
  title: 'The column is left out',
  reversible: false,
  options: z.strictObject({}),
  holds: () => false,
})
