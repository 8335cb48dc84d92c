import { type Layer, layered } from './layered.ts'
import { type LotKind, lotStages } from './lots.ts'
import { fill } from './sql.ts'
import type { TableThere } from './table-there.ts'

/** Which rows are drawn, and what is kept of them. */
export interface Drawn {
  readonly kind: LotKind
  /** The greatest lot. */
  readonly most: number
  readonly where?: string | undefined
  readonly kept: readonly Layer[]
}

/** What a stage hands on to the next. */
const HANDED_ON = ['k', 'top', 'lo', 'a5']

/** What stands after FROM for the rows whose lots are at most so great: the columns that are kept, `lot`, and `k`, where a row stands. */
export function lotQuery({ dialect, from: all }: TableThere, key: string, { kind, most, where, kept }: Drawn): string {
  const names = kept.map(({ name }) => name)
  let from = where ? `${all} WHERE ${where}` : all
  let first: readonly Layer[] = [{ name: 'k', expression: fill(dialect.bigint, key) }, ...kept]
  for (const [i, stage] of lotStages(dialect, kind, most).entries()) {
    const query = layered({ from, dialect }, [first, ...stage.layers], [], [...names, ...HANDED_ON, 'lot'].join(' '))
    from = `(${query}) s${i} WHERE ${stage.where}`
    first = [...HANDED_ON, ...names].map(name => ({ name, expression: name }))
  }
  return from
}
