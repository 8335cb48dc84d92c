import { defineCheck } from '../define-check.ts'
import { type CellRule, perCell } from '../verdicts/cell-check.ts'
import { shown } from '../wording/shown.ts'

/** Every value has a length within minLength and maxLength, in Unicode code points. */
export const length = defineCheck({
  id: 'length',
  title: 'Every value has an allowed length (in characters)',
  rules: table =>
    table.columns.flatMap((column): CellRule[] => {
      const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = column.options
      if (minLength === 0 && maxLength === Number.POSITIVE_INFINITY) return []
      const limits = words(minLength, maxLength)
      return [
        {
          id: `${column.name}.length`,
          title: `Every value of ${shown(column.name)} has ${limits} characters`,
          table,
          column,
          line: column.lineOf('logicalTypeOptions', minLength > 0 ? 'minLength' : 'maxLength'),
          reads: 'text',
          judge(text) {
            const points = codePoints(text)
            return points >= minLength && points <= maxLength ? 'pass' : 'fail'
          },
          failing: `does not have ${limits} characters`,
          extent: codePoints,
          holding: `has ${limits} characters`,
          near: ({ low, high }) => `; it has ${low} to ${high}`,
        },
      ]
    }),
  ...perCell,
})

function words(low: number, high: number): string {
  if (low === high) return `exactly ${low}`
  if (low === 0) return `at most ${high}`
  return high === Number.POSITIVE_INFINITY ? `at least ${low}` : `${low} to ${high}`
}

/** A pair of surrogates is one character. */
function codePoints(text: string): number {
  let points = text.length
  for (let i = 1; i < text.length; i++) {
    const pair = text.charCodeAt(i - 1) >>> 10 === 0x36 && text.charCodeAt(i) >>> 10 === 0x37
    if (pair) points -= 1
  }
  return points
}
