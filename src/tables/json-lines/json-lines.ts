import type { TableFormat } from '../table-format.ts'
import { textTable } from '../text/text-table.ts'
import { keysOf } from './keys-of.ts'

/** JSON Lines: an object on every line, its keys the columns. */
export const jsonLines = (workers?: number): TableFormat =>
  textTable({
    id: 'json-lines',
    recognise: ({ plainName }) => /\.(jsonl|ndjson)$/i.test(plainName),
    workers,
    textFile: ({ name }, source) => ({
      name,
      source,
      form: { is: 'json-lines' },
      async begin(segments) {
        return { header: await keysOf(this), segments }
      },
    }),
  })
