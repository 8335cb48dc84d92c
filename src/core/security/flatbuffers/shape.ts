/** How a field of a table is laid out (flatbuffers.dev/internals). */
export type Field =
  /** A number, or a struct, of so many bytes within the table. */
  | { readonly kind: 'number'; readonly size: number }
  | { readonly kind: 'text' }
  /** A vector of numbers or structs of so many bytes each. */
  | { readonly kind: 'numbers'; readonly size: number }
  | { readonly kind: 'texts' }
  | { readonly kind: 'table'; readonly of: Shape }
  | { readonly kind: 'tables'; readonly of: Shape }
  /** A table whose shape goes by the number of the field before it, counted from one. */
  | { readonly kind: 'union'; readonly of: readonly Shape[] }

/** A table's fields in the order of their slots. */
export interface Shape {
  readonly name: string
  readonly fields: readonly Field[]
}

export const number = (size: number): Field => ({ kind: 'number', size })
export const numbers = (size: number): Field => ({ kind: 'numbers', size })
export const text: Field = { kind: 'text' }
export const texts: Field = { kind: 'texts' }
export const table = (of: Shape): Field => ({ kind: 'table', of })
export const tables = (of: Shape): Field => ({ kind: 'tables', of })
export const union = (...of: Shape[]): Field => ({ kind: 'union', of })
