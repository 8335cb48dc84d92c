/** Which rows a claim is about: those of one slice, or those of every slice that columns make. */
export type Scope =
  | { readonly kind: 'where'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'every'; readonly columns: readonly string[] }

export const CONDITIONS = ['=', '!=', '<', '<=', '>', '>='] as const

/** What a row of the slice has in a column. */
export interface Condition {
  readonly column: string
  readonly comparator: (typeof CONDITIONS)[number]
  readonly value: string
}

/** Columns that tell which rows they are. */
export const columnsOf = (scope: Scope): readonly string[] =>
  scope.kind === 'every' ? scope.columns : scope.conditions.map(({ column }) => column)

/** `region = north and age < 25`, `every region`. */
export const scopeText = (scope: Scope): string =>
  scope.kind === 'every'
    ? `every ${scope.columns.join(' and ')}`
    : scope.conditions.map(({ column, comparator, value }) => `${column} ${comparator} ${value}`).join(' and ')
