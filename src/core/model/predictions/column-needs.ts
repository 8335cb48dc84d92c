import { attributeRole } from './attribute-role.ts'
import type { Need } from './need.ts'

/** Columns that tell slices and groups apart; what they hold is compared as it is written, and may be empty. */
export const columnNeeds = (columns: readonly string[]): Need[] =>
  [...new Set(columns)].map(column => ({
    role: attributeRole(column),
    column,
    cells: 'attribute',
    side: 'attribute',
    holds: `'${column}', which slices or groups are made by`,
    title: `Values of '${column}'`,
    expected: 'anything',
    hint: 'Write the column',
    lacking: `Write the column into the file, or set 'attributes' to a table that has it by id`,
  }))
