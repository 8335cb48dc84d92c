import { UserError } from '../../user-error.ts'
import { fill, quoted, textLiteral, written } from '../sql.ts'
import type { TableThere } from '../table-there.ts'

/** How a table is cut into partitions. */
export interface PartitionColumn {
  readonly name: string
  /** What rows of one partition have alike. */
  readonly group: string
  /** The same as a text. */
  readonly text: string
  /** What is true of the rows of one; undefined where its value cannot be of this column. */
  where(value: string): string | undefined
}

const DAY = 86_400_000

/** The column that says which partition a row is of: by its values, or, of a column of times, by the day. */
export function partitionColumn({ columns, table, dialect }: TableThere): PartitionColumn {
  const column = columns.find(({ name }) => name === table.partition)
  const name = quoted(dialect, column?.name ?? '')
  const literal = (value: string) => textLiteral(dialect, value)
  const dayIn = (value: string) => fill(dialect.day ?? 'CAST($ AS DATE)', literal(value))
  switch (column?.denied === undefined && column?.kind) {
    case 'integer':
      return alike(value => (/^-?\d+$/.test(value) ? `${name} = ${value}` : undefined))
    case 'boolean':
      return alike(value => (/^(true|false)$/i.test(value) ? `${name} = ${value}` : undefined))
    case 'text':
      return alike(value => `${name} = ${literal(value)}`)
    case 'date':
      return alike(value => (isDay(value) ? `${name} = ${dayIn(value)}` : undefined))
    case 'timestamp': {
      const day = fill(dialect.dayOf ?? 'CAST($ AS DATE)', name)
      const midnight = (at: number) =>
        fill(dialect.midnight ?? 'CAST($ AS TIMESTAMP)', literal(`${new Date(at).toISOString().slice(0, 10)} 00:00:00`))
      return {
        name: column?.name ?? '',
        group: day,
        text: written(dialect, { name: '', type: 'date', kind: 'date' }, day),
        // By its ends, so that an engine reads no other files.
        where: value =>
          isDay(value)
            ? `${name} >= ${midnight(Date.parse(value))} AND ${name} < ${midnight(Date.parse(value) + DAY)}`
            : undefined,
      }
    }
  }
  const found = column ? (column.denied ?? `the type ${column.type}`) : 'no such column'
  throw new UserError(
    'engine.partition',
    `Expected the partition '${table.partition}' to be a column of whole numbers, texts, days or times but found ${found} (${table.table})`,
    { hint: 'Name the column that the table is partitioned by, or leave partition and states out' },
  )

  function alike(where: PartitionColumn['where']): PartitionColumn {
    const { name: own, ...rest } = column ?? { name: '', type: '', kind: 'other' as const }
    return { name: own, group: name, text: written(dialect, { name: own, ...rest }, name), where }
  }
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
