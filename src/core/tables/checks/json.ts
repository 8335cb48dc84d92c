import { z } from 'zod'
import { defineCells } from '../families/define-cells.ts'
import type { Judgement } from '../measures/judged-cells.ts'

function judge(text: string): Judgement {
  try {
    JSON.parse(text)
    return 'pass'
  } catch {
    return 'fail'
  }
}

/** Every value is JSON text (RFC 8259). */
export const json = defineCells({
  id: 'json',
  title: 'Every value is JSON',
  expectation: 'expect_column_values_to_be_json_parseable',
  options: z.strictObject({}),
  demand: () => ({ reads: 'text', judge, failing: 'is not JSON', holding: 'is JSON' }),
})
