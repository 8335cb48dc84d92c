import { z } from 'zod'

const Name = z.string().min(1)
const Names = z.union([Name.transform(name => [name]), z.array(Name).min(1)], {
  error: 'table.column, or a list of such',
})

/** A relationship to another table, ODCS v3.1; `from` only where it stands under a table. */
export const Relationship = z
  .strictObject({
    type: z.string().optional(),
    from: Names.optional(),
    to: Names,
    customProperties: z.unknown().optional(),
  })
  .check(({ value, issues }) => {
    const { from, to } = value
    if (from && from.length !== to.length) {
      issues.push({ code: 'custom', path: ['to'], message: `as many columns as from, ${from.length},`, input: to })
    }
  })
export type Relationship = z.infer<typeof Relationship>

/** `table.column` in its parts; undefined where it is written in another way. */
export function partsOf(reference: string): { readonly table: string; readonly column: string } | undefined {
  const [table, column, ...rest] = reference.split('.')
  return table && column && rest.length === 0 ? { table, column } : undefined
}
