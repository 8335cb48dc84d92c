/** A condition on a row, as plain data. It is true, false or, where a null decides, unknown, as in SQL. */
export type Condition =
  | { readonly is: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly is: 'not'; readonly of: Condition }
  | { readonly is: 'compare'; readonly operator: Comparison; readonly left: Operand; readonly right: Operand }
  | { readonly is: 'in'; readonly value: Operand; readonly list: readonly Operand[] }
  | { readonly is: 'like'; readonly value: Operand; readonly pattern: string }
  | { readonly is: 'null'; readonly value: Operand }
  /** A column of truth values. */
  | { readonly is: 'true'; readonly value: Operand }

/** How two values compare. */
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>='

/** What has a value in a row. */
export type Operand =
  | { readonly is: 'column'; readonly name: string }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'boolean'; readonly value: boolean }
  | {
      readonly is: 'arithmetic'
      readonly operator: '+' | '-' | '*' | '/' | '%'
      readonly left: Operand
      readonly right: Operand
    }
