import { z } from 'zod'
import { defineCells } from '../families/define-cells.ts'
import { strptimeFormat } from '../importing/frictionless/strptime-format.ts'
import { ISO } from '../temporal/format.ts'
import { temporalReader } from '../temporal/temporal-reader.ts'
import { shown } from '../wording/shown.ts'

function readerOf(format: string): ((text: string) => number) | undefined {
  const pattern = strptimeFormat(format)
  const reader = pattern === undefined ? undefined : temporalReader(ISO.timestamp, { format: pattern })
  return reader && 'read' in reader ? reader.read : undefined
}

/** Every value is a date or time in a format of C (`%%d.%%m.%%Y`), and one that exists. */
export const strftime = defineCells({
  id: 'strftime',
  title: 'Every value is a date or time in a format of strftime',
  expectation: 'expect_column_values_to_match_strftime_format',
  options: z.strictObject({
    strftime_format: z.string().refine(format => readerOf(format) !== undefined, {
      error: 'a format of strftime made of %Y %m %d %H %M %S %f %z',
    }),
  }),
  demand: (_, { strftime_format }) => {
    const read = readerOf(strftime_format)
    return {
      reads: 'text',
      judge: text => (Number.isNaN(read?.(text) ?? Number.NaN) ? 'fail' : 'pass'),
      failing: `is no time written ${shown(strftime_format)}`,
      holding: `is a time written ${shown(strftime_format)}`,
    }
  },
})
