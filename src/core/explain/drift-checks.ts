import * as anomalies from '../drift/anomalies/index.ts'
import * as methods from '../drift/methods/index.ts'
import { codeAt, definition } from './definition.ts'
import type { Explanation } from './explanation.ts'
import { registered } from './registered.ts'
import { sourceOf } from './sources.ts'

const GATE = 'drift-compare'
const DECIDED =
  'It fails where the change exceeds its limit and is significant over all columns (Holm); it is inconclusive where it does not fail and the upper bound of its interval exceeds the limit; otherwise it passes, with a warning where columns differ harmlessly (Benjamini–Hochberg).'
const CHANGED =
  'Look at the bins or categories that the report names. Where the world changed, judge the model on new rows and certify it again; where a feed broke, mend it. What does not matter for the model goes into drift.ignore, with a reason.'

const ofMethods: readonly Explanation[] = registered(methods).map((method): Explanation => {
  const { id, title, variant, accepts } = method
  const path = `drift/methods/${id}`
  const quantity = 'quantity' in method ? ` It measures ${method.quantity}.` : ' It is reported beside what decides.'
  return {
    id,
    kind: 'method',
    gate: GATE,
    title,
    means: `${title}, for ${accepts.join(', ')} columns.${quantity}`,
    computed: `${definition(path)} ${variant}.`,
    source: sourceOf(id, codeAt(path)),
    remedy: 'remedy' in method ? `${method.remedy}. ${CHANGED}` : CHANGED,
  }
})

const ofRules: readonly Explanation[] = registered(anomalies).map(
  ({ id, title, claim, variant }): Explanation => ({
    id,
    kind: 'rule over a series',
    gate: GATE,
    title,
    means: `${title}: ${claim} in a series of production, such as requests, errors or latencies.`,
    computed: `${definition(`drift/anomalies/${id}`)} ${variant}.`,
    source: sourceOf(id, codeAt(`drift/anomalies/${id}`)),
    remedy:
      'Look at the buckets that the report names, and at what was released or broken then. Where it is usual now, let the baseline move on, or name the day in the settings of the series.',
  }),
)

type Row = readonly [id: string, title: string, means: string, computed: string, remedy: string, place: string]

const QUESTIONS: readonly Row[] = [
  [
    'distribution',
    'A column has the same distribution',
    'The values of a column in the current table are distributed as in the reference, as far as it matters.',
    `By the method that the settings or the kind of the column choose; the check names it. ${DECIDED}`,
    CHANGED,
    'drift/decide',
  ],
  [
    'missing-share',
    'As many cells are missing',
    'The share of missing cells of a column has not changed by more than drift.max-missing-change.',
    DECIDED,
    'Look for the source that stopped to fill the column.',
    'drift/methods/missing-share',
  ],
  [
    'unseen-categories',
    'No new categories',
    'The share of rows with categories that the reference does not have is at most drift.max-unseen-share.',
    DECIDED,
    'Map new spellings to known ones, or train with the new categories.',
    'drift/methods/unseen-categories',
  ],
  [
    'present',
    'Both tables have the column',
    'A column of one table is missing in the other.',
    'The headers are compared.',
    'Mend the table that lacks the column, or list it in drift.ignore.',
    'drift/columns-to-compare',
  ],
  [
    'comparable',
    'The column can be compared',
    'A column of ids, of free text that no method takes, or of times that move on by themselves is not compared.',
    'By its kind and its values.',
    'List it in drift.ignore, or choose a method for it.',
    'drift/obstacles/not-comparable',
  ],
  [
    'type',
    'The column is of the same type',
    'Most cells of one table are numbers and of the other texts, or a column holds both.',
    'Cells are counted by their sort.',
    'Mend the export: decimal commas, units, or words for missing values are the usual causes.',
    'drift/obstacles/changed-type',
  ],
  [
    'finite',
    'The column has finite numbers',
    'A column holds NaN or infinite values, which no distance takes.',
    'Cells are counted.',
    'Write missing values as empty cells.',
    'drift/obstacles/non-finite',
  ],
  [
    'rows',
    'Both tables have rows',
    'A table without rows says nothing.',
    'Rows are counted.',
    'Check the path, and the query that made the file.',
    'drift/compare-tables',
  ],
  [
    'differ',
    'The tables are two',
    'Reference and current are the same bytes: no change could be found.',
    'Digests are compared.',
    'Name the table of production as current.',
    'drift/compare-tables',
  ],
  [
    'compared',
    'Columns were compared',
    'No column is in both tables and not ignored: nothing was asked.',
    'The columns that are left are counted.',
    'Check the headers, and drift.ignore.',
    'drift/compare-tables',
  ],
  [
    'weight',
    'Little of what matters has drifted',
    'The weights of the drifted columns together stay below drift.max-drifted-weight.',
    'Sum of the weights of the columns that drifted, over all weights.',
    CHANGED,
    'drift/drifted-weight',
  ],
  [
    'drift',
    'The table as a whole, as another tool judges it',
    'A profile (evidently, nannyml, tfdv) decides as that tool does, with its own defaults.',
    'The share of drifted columns, or a classifier over all columns, as that tool has it.',
    'Use the profile to compare with that tool; Proofmark’s own decision knows of rows and intervals.',
    'drift/compare-by-profile',
  ],
  [
    'sample',
    'Enough rows for a comparison of whole rows',
    'A method over several columns needs more rows than there are.',
    'Rows without a missing value are counted.',
    'Give more rows, or fewer columns.',
    'drift/compare-by-profile',
  ],
  [
    'chunks',
    'Limits could be calibrated',
    'The reference has too few chunks to learn what is usual from.',
    'Chunks are counted.',
    'Give a longer reference, or smaller chunks.',
    'drift/calibrated-limits',
  ],
  [
    'decisions',
    'As many rows are decided positive',
    'The share of rows that the model decides positive has not changed by more than allowed.',
    DECIDED,
    'Look for a changed population, a moved threshold, or a broken feature.',
    'drift/performance/decision-question',
  ],
  [
    'calibration',
    'Scores still mean what they meant',
    'Where labels are there, the scores of production are as calibrated as in the reference.',
    'Difference of calibration errors, with an interval.',
    'Calibrate anew on recent rows, or train again.',
    'drift/performance/calibration-change',
  ],
  [
    'score',
    'The scores can be compared',
    'The column of scores is missing in a table, or holds what is no probability.',
    'Cells are read.',
    'Write the score of each row beside its features.',
    'drift/performance/compare-performance',
  ],
  [
    'every-group',
    'Every group was judged',
    'A column that is to be judged by groups has more groups than are judged.',
    'Groups are counted.',
    'Name a column of fewer groups, or bins of it.',
    'drift/performance/performance-checks',
  ],
  [
    'timestamps',
    'Times of a series are in order',
    'Times that cannot be read, or that lie apart, would make buckets that never were.',
    'Each time is read.',
    'Write times as RFC 3339, with their zone.',
    'drift/series/judge-series',
  ],
  [
    'values',
    'Values of a series can be read',
    'Cells of a series are no numbers.',
    'Each value is read.',
    'Mend the lines that the report names.',
    'drift/series/judge-series',
  ],
  [
    'source',
    'The series could be read',
    'The log or the server of the series gave nothing that can be read.',
    'It is asked once, within limits.',
    'See what the report quotes; `proofmark doctor` asks the server again.',
    'drift/series/judge-series',
  ],
  [
    'judged',
    'The series has buckets to judge',
    'All buckets are needed to learn what is usual, and none is left to judge.',
    'Buckets after the baseline are counted.',
    'Give a longer log, or a shorter baseline.',
    'drift/series/judge-series',
  ],
]

/** Everything of drift-compare. */
export const driftChecks: readonly Explanation[] = [
  ...QUESTIONS.map(
    ([id, title, means, computed, remedy, place]): Explanation => ({
      id,
      kind: 'check',
      gate: GATE,
      title,
      means,
      computed,
      source: codeAt(place),
      remedy,
    }),
  ),
  ...ofMethods,
  ...ofRules,
]
