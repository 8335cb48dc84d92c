import { z } from 'zod'
import { ENGINES, engineAddress, isEngineAddress, isTime, readEngineAddress } from '../pushdown/engine-table.ts'

/** A table on an engine. */
const EngineTable = z
  .strictObject({
    engine: z.enum(ENGINES).meta({ description: 'What holds the table' }),
    url: z
      .string()
      .min(1)
      .max(2048)
      .regex(/^[^?#\s]+$/, { error: 'an address or a path without ? and #' })
      .meta({
        description: 'Address of the server, or the file of a DuckDB database',
      }),
    table: z
      .string()
      .min(1)
      .max(1000)
      .meta({ description: 'The table, with its catalog and schema: hive.risk.credit' }),
    key: z.string().min(1).max(1000).optional().meta({
      description:
        'A column of whole numbers, no two alike, none missing: by it rows are drawn, put in order and pointed at',
    }),
    snapshot: z
      .union([z.string().min(1).max(200), z.int().nonnegative().transform(String)], {
        error: 'the id of a snapshot, in quotes where it has more than 15 digits; a version, a branch or a tag',
      })
      .optional()
      .meta({
        description:
          'The state of the table to measure: the id of a snapshot, in quotes; a version; a branch or a tag. The current one where nothing is said',
      }),
    'as-of': z
      .string()
      .refine(isTime, { error: 'a time with its zone, such as 2026-01-31T00:00:00Z' })
      .optional()
      .meta({ description: 'Or the state the table was in at this time: 2026-01-31T00:00:00Z' }),
    partition: z.string().min(1).max(1000).optional().meta({
      description:
        'A column by whose values the table is measured part by part, each once as long as it stays as it is',
    }),
    states: z
      .string()
      .min(1)
      .max(4096)
      .optional()
      .meta({ description: 'The file that keeps what was measured of the partitions, from run to run' }),
    limits: z
      .strictObject({
        rows: z.int().positive().optional().meta({ description: 'Rows to be read, as the engine estimates them' }),
        bytes: z.int().positive().optional().meta({ description: 'Bytes to be read, as the engine estimates them' }),
      })
      .optional()
      .meta({
        description: 'A table that the engine estimates to be larger is not measured: its checks are inconclusive',
      }),
  })
  .refine(({ snapshot, 'as-of': asOf }) => snapshot === undefined || asOf === undefined, {
    error: 'snapshot or as-of, not both',
  })
  .refine(({ partition, states }) => (partition === undefined) === (states === undefined), {
    error: 'partition together with states, the file that keeps what was measured of it',
  })
  .transform(({ 'as-of': asOf, limits: { rows: maxRows, bytes: maxBytes } = {}, ...table }) =>
    engineAddress({ ...table, asOf, maxRows, maxBytes }),
  )

/** A table: a file by its path or address, or a table on an engine, which becomes an address of its own. */
export const table = (description: string) =>
  z
    .union(
      [
        EngineTable,
        z
          .string()
          .min(1)
          .max(4096)
          .refine(text => !isEngineAddress(text) || readEngineAddress(text) !== undefined, {
            error: 'of the form engine:url?table=name&key=column',
          })
          .meta({ description, path: true }),
      ],
      { error: wanted },
    )
    .meta({ description })

/** What is expected: of what reads like a table, what is wrong with it. */
function wanted({
  input,
  errors,
}: {
  readonly input?: unknown
  readonly errors?: readonly (readonly { readonly message: string; readonly path: readonly PropertyKey[] }[])[]
}): string {
  const [issue] = errors?.[0] ?? []
  const isTable = typeof input === 'object' && input !== null && 'engine' in input && 'url' in input && 'table' in input
  if (!isTable || !issue || issue.path[0] === 'engine')
    return 'a path, or a table on an engine: { engine, url, table, key }'
  return [...issue.path.map(String), issue.message].join(': ')
}
