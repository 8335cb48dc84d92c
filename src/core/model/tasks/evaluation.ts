import type { Settings } from '../../settings/schema.ts'
import { alikeWithin } from '../alike-within.ts'
import { answerNeeds } from '../answers/answer-needs.ts'
import type { AnswerColumn, AnswersEvaluation } from '../answers/answers-evaluation.ts'
import { counted } from '../format.ts'
import { firstRows, groupedRows } from '../grouped-rows.ts'
import * as metrics from '../metrics/evaluation/index.ts'
import type { Reading } from '../predictions/reading.ts'
import { namesOf, numbersOf, type Rows } from '../predictions/rows.ts'
import { defineTask } from '../task.ts'
import { LEAST_ROWS } from './least-rows.ts'

/** Answers of which pass@k needs one to be right, unless the settings say otherwise. */
const K = 5

const COLUMNS = ['refused', 'unsafe', 'latency', 'tokens', 'cost'] as const satisfies AnswerColumn[]

const reading = (settings: Settings['certify']): Reading => ({
  needs: answerNeeds(settings),
  faults: (source, rows, at) => (rows.columns.has('query') ? alikeWithin(source, rows, at) : []),
  about: rows =>
    `${rows.columns.has('predicted') ? 'an answer and the one expected' : 'a grade'}; ${counted(itemsOf(rows).length, 'item')}`,
})

/** The answers of each item; every row is an item of its own where none is named. */
const itemsOf = (rows: Rows): Uint32Array[] =>
  rows.columns.has('query')
    ? groupedRows(namesOf(rows, 'query'))
    : Array.from({ length: rows.n }, (_, row) => Uint32Array.of(row))

/** Answers of a language model, or of anything that is graded, to the items of an evaluation set. */
export const evaluation = defineTask<AnswersEvaluation>({
  id: 'evaluation',
  title: 'Evaluation set',
  metrics: Object.values(metrics),
  reading,
  evaluate(rows, { threshold, k = K }) {
    const items = itemsOf(rows)
    const exact = rows.columns.has('predicted') ? asExpected(rows) : undefined
    const grades = exact ? undefined : numbersOf(rows, 'score')
    return {
      n: items.length,
      items,
      ...(exact ? { exact } : {}),
      ...(grades ? { grades } : {}),
      right: exact ?? grades?.map(grade => (grade >= threshold ? 1 : 0)) ?? new Float64Array(rows.n),
      columns: new Map(COLUMNS.flatMap(role => (rows.columns.has(role) ? [[role, numbersOf(rows, role)]] : []))),
      k,
    }
  },
  order: rows => firstRows(itemsOf(rows)),
  shortage: ({ n }) =>
    n < LEAST_ROWS ? `Expected at least ${LEAST_ROWS} items but found ${counted(n, 'item')}` : undefined,
  figures: ({ n }) => ({ units: { count: n, noun: 'items' } }),
})

/** 1 where the answer is, to the letter, the one expected. */
function asExpected(rows: Rows): Float64Array {
  const [expected, given] = [namesOf(rows, 'label'), namesOf(rows, 'predicted')]
  return Float64Array.from(expected.codes, (code, row) =>
    expected.names[code] === given.names[given.codes[row] ?? 0] ? 1 : 0,
  )
}
