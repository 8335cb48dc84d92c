import type { Settings } from '../../settings/schema.ts'
import { alikeWithin } from '../alike-within.ts'
import { counted } from '../format.ts'
import { firstRows, groupedRows } from '../grouped-rows.ts'
import * as metrics from '../metrics/ranking/index.ts'
import type { Reading } from '../predictions/reading.ts'
import { namesOf, numbersOf } from '../predictions/rows.ts'
import { queryFaults } from '../ranking/query-faults.ts'
import { rankedQuery } from '../ranking/ranked-query.ts'
import type { RankingEvaluation } from '../ranking/ranking-evaluation.ts'
import { defineTask } from '../task.ts'
import { LEAST_ROWS } from './least-rows.ts'

/** Results that count, unless the settings say otherwise. */
const K = 10

const reading = ({ label, score, query = 'query' }: Settings['certify']): Reading => ({
  needs: [
    {
      role: 'label',
      column: label,
      cells: 'amount',
      side: 'truth',
      holds: 'how relevant the result is',
      title: 'Relevances',
      expected: 'a relevance of at least 0',
      hint: 'Label how relevant each result is: 0 for not at all, more for more',
    },
    {
      role: 'query',
      column: query,
      cells: 'key',
      side: 'truth',
      holds: 'the query that a result belongs to',
      title: 'Queries',
      expected: 'the name of a query',
      hint: 'Name the query of every result',
    },
    {
      role: 'score',
      column: score,
      cells: 'number',
      side: 'output',
      holds: 'the score that results are ranked by',
      title: 'Scores',
      expected: 'a number',
      hint: 'Write the score of every result, the highest for the first, with a decimal point',
    },
  ],
  faults: (source, rows, at) => [...queryFaults(source, rows, at, query), ...alikeWithin(source, rows, at)],
  about: rows => `a relevance and a score; ${counted(groupedRows(namesOf(rows, 'query')).length, 'query', 'queries')}`,
})

/** Results of queries are put in order by a score. */
export const ranking = defineTask<RankingEvaluation>({
  id: 'ranking',
  title: 'Ranking',
  metrics: Object.values(metrics),
  reading,
  evaluate(rows, { k = K }) {
    const groups = groupedRows(namesOf(rows, 'query'))
    const [scores, relevance] = [numbersOf(rows, 'score'), numbersOf(rows, 'label')]
    return {
      n: groups.length,
      queries: groups.map(group => rankedQuery(group, scores, relevance)),
      k,
    }
  },
  order: rows => firstRows(groupedRows(namesOf(rows, 'query'))),
  shortage: ({ n }) =>
    n < LEAST_ROWS ? `Expected at least ${LEAST_ROWS} queries but found ${counted(n, 'query', 'queries')}` : undefined,
  figures: ({ n }) => ({ units: { count: n, noun: 'queries' } }),
})
