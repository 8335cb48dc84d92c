import type { TableFormat } from '../table-format.ts'
import { textTable } from '../text/text-table.ts'
import { takeHeader } from './take-header.ts'

/** CSV: RFC 4180 in UTF-8; `.tsv` and `.tab` separated by tabs. */
export const csv = (workers?: number): TableFormat =>
  textTable({
    id: 'csv',
    recognise: () => true,
    workers,
    textFile({ name, plainName }, source) {
      const separator = (/\.(tsv|tab)$/i.test(plainName) ? '\t' : ',').charCodeAt(0)
      return {
        name,
        source,
        form: { is: 'csv', separator },
        begin(segments) {
          return takeHeader(this, separator, segments)
        },
      }
    },
  })
