import { z } from 'zod'
import { judgeDateutil } from '../dateutil/judge-dateutil.ts'
import { defineCells } from '../families/define-cells.ts'

/** Every value is a date or time that python-dateutil parses. In the forms that are in use this is told exactly; any other text is undecided. */
export const dateutil = defineCells({
  id: 'dateutil',
  title: 'Every value is a date or time that dateutil parses',
  expectation: 'expect_column_values_to_be_dateutil_parseable',
  options: z.strictObject({}),
  demand: () => ({
    reads: 'text',
    judge: judgeDateutil,
    failing: 'is no date or time that dateutil parses',
    holding: 'is a date or time that dateutil parses',
    undecided: 'is written in no form that is followed here',
  }),
})
