import { z } from 'zod'
import { ENGINES, engineAddress, isEngineAddress, readEngineAddress } from '../pushdown/engine-table.ts'

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
  })
  .transform(engineAddress)

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
      { error: 'a path, or a table on an engine: { engine, url, table, key }' },
    )
    .meta({ description })
