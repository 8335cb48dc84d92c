import type { Need } from './need.ts'

/** The needs of a task and more columns; what the task reads already is not read twice. */
export const withAttributes = (needs: readonly Need[], attributes: readonly Need[]): Need[] => [
  ...needs,
  ...attributes.filter(({ role }) => !needs.some(need => need.role === role)),
]
