import { drawnKeys } from './drawn-keys.ts'
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

/** What stands after FROM for the rows whose lots are at most so great: the columns that are kept, `lot`, and `k`, where a row stands. */
export function lotQuery(there: TableThere, key: string, { kind, most, where, kept }: Drawn): string {
  const { dialect } = there
  const names = kept.map(({ name }) => name)
  const listed = drawnKeys(there, kind, most)
  const conditions = [...(listed ? [`${key} IN (${listed.join(', ') || 'NULL'})`] : []), ...(where ? [where] : [])]
  let from = [there.from, conditions.join(' AND ')].filter(text => text !== '').join(' WHERE ')
  let first: readonly Layer[] = [{ name: 'k', expression: fill(dialect.bigint, key) }, ...kept]
  for (const [i, stage] of lotStages(dialect, kind, most).entries()) {
    const handed = ['k', ...stage.hands, ...names]
    const { column = '', holds } = dialect.fence ?? {}
    const last = holds === undefined ? [] : [[{ name: 'fence', expression: column }]]
    const query = layered({ from, dialect }, [first, ...stage.layers, ...last], [], [...handed, 'fence'].join(' '))
    // Of rows that are listed the lots are known to be small enough: to have them made again for all rows would cost more than the list saves.
    const said = listed ? [] : [stage.where, ...(holds === undefined ? [] : [holds])]
    from = [`(${query}) s${i}`, said.join(' AND ')].filter(text => text !== '').join(' WHERE ')
    first = handed.map(name => ({ name, expression: name }))
  }
  return from
}
