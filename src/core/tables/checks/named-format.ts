import { z } from 'zod'
import { defineCells } from '../families/define-cells.ts'
import { FORMAT_NAMES, hasFormat } from '../values/named-formats.ts'

/** Every value has a named format. */
export const namedFormat = defineCells({
  id: 'named-format',
  title:
    'Every value has a named format: email, uuid, uri, hostname, ipv4, ipv6, mac, iban, credit-card, phone, date, datetime',
  expectation: 'expect_column_values_to_have_format',
  options: z.strictObject({ format: z.enum(FORMAT_NAMES, { error: `one of ${FORMAT_NAMES.join(', ')}` }) }),
  demand: (_, { format }) => ({
    reads: 'text',
    judge: text => (hasFormat(format, text) ? 'pass' : 'fail'),
    failing: `does not have the format ${format}`,
    holding: `has the format ${format}`,
  }),
})
