import { ofBehaviour, ofDegradations } from './behaviours.ts'
import { claims } from './claims.ts'
import { codeAt } from './definition.ts'
import type { Explanation } from './explanation.ts'
import { metrics } from './metrics.ts'

const GATE = 'model-certify'

/** Questions about the files of rows: what stands after `predictions.`, `champion.` and the like. */
const ROWS: readonly (readonly [id: string, title: string, means: string, remedy: string])[] = [
  [
    'rows',
    'The file has rows that can be read',
    'How many rows there are, each with an id of its own and with cells that can be read.',
    'Score the whole hold-out, and write a row for each of its rows.',
  ],
  [
    'id',
    'Every row has an id of its own',
    'A row without an id, or with one that occurs twice, cannot be told from another.',
    'Give every row of the hold-out an id of its own; do not join the tables so that rows repeat.',
  ],
  [
    'ids',
    'Both files have the same rows',
    'Rows of one file have no partner in the other, so that models would be compared on different rows.',
    'Score the same hold-out with both models.',
  ],
  [
    'labels',
    'Both files have the same truth',
    'The same row has another label in the other file: one of them was made from other data.',
    'Make both files from the same hold-out.',
  ],
  [
    'rows-match',
    'Two files belong together',
    'Whether rows and truths of both files are the same; a model compared with itself is told, too.',
    'Check that the settings name the files of two models on one hold-out.',
  ],
  [
    'classes',
    'The classes are those of the task',
    'There must be two classes or more, each with rows, under names that can be told apart.',
    'Name the positive class; check spelling and types of the labels.',
  ],
  [
    'probabilities',
    'Probabilities sum to one',
    'The probabilities of a row’s classes must sum to 1.',
    'Write the output of softmax itself, unrounded; do not leave out a class.',
  ],
  [
    'intervals',
    'Interval ends are in order',
    'The lower end of a predicted interval lies above the upper one.',
    'Swap the columns, or sort the quantiles of each row.',
  ],
  [
    'queries',
    'Queries have results to rank',
    'A query without a relevant result, or with one result only, says nothing of a ranking.',
    'Judge more results for each query, or leave out the queries that have none.',
  ],
  [
    'times',
    'Forecasts have times in order',
    'Times of a series repeat, or cannot be read.',
    'Write one row for each series and time, as RFC 3339 times or dates.',
  ],
  [
    'later',
    'History ends before the forecast',
    'The history holds times of the forecast: the scale of errors would be taken from what is to be predicted.',
    'Cut the history at the first forecast.',
  ],
  [
    'unused',
    'What is set is used',
    'A champion or an anchor is given, and no claim compares with it.',
    'Add a claim such as "auc no worse than champion by 0.01", or leave it out.',
  ],
  [
    'column',
    'The columns of the file can be read',
    'A column of the file holds cells that are not what the setting says: label, score, predicted class, weight, cluster, group, answer, time, cost …',
    'Look at the lines that the report names; write the column as docs/claims.md has it.',
  ],
]

const ofRows: readonly Explanation[] = ROWS.map(([id, title, means, remedy]) => ({
  id: `predictions.${id}`,
  kind: 'check',
  gate: GATE,
  also: ['predictions', 'champion', 'anchor', 'history', 'attributes', 'train', 'repeat', 'perturbed'].map(
    role => `${role}.${id}`,
  ),
  title,
  means: `${means} What cannot be read is inconclusive, and never counts as passed.`,
  computed: 'Every row is looked at; ids are compared by 96 bits of their hash.',
  source: codeAt('model/predictions/row-checks'),
  remedy,
}))

const REST: readonly Explanation[] = [
  {
    id: 'claims.none',
    kind: 'check',
    gate: GATE,
    title: 'Something is required of the model',
    means: 'There is no claim: nothing was required, so nothing can be met.',
    computed: 'The claims of the settings are counted.',
    source: codeAt('model/claims/check-claims'),
    remedy: 'Add a claim to certify.claims, e.g. "auc >= 0.80".',
  },
  {
    id: 'model-card.fields',
    kind: 'check',
    gate: GATE,
    title: 'The model card says what it must',
    means: 'model.card leaves out a field that model.card.required names.',
    computed: 'Declared fields are held against those required.',
    source: `Mitchell et al. 2019 (model cards). ${codeAt('model/card/card-check')}`,
    remedy: 'Write the field in model.card of proofmark.yml.',
  },
  {
    id: 'holdout.looks',
    kind: 'check',
    gate: GATE,
    title: 'The hold-out was not used too often',
    means: 'Every model that is judged on the same rows makes it likelier that one of them passes by luck.',
    computed:
      'Earlier evidence and certificates with the same rows are counted, models by their predictions; certify.looks.spend widens the intervals by Bonferroni.',
    source: `Dwork et al. 2015 (reusable hold-out). ${codeAt('model/holdout/looks-check')}`,
    remedy: 'Draw a new hold-out, or allow more looks in certify.looks.most with a reason.',
  },
  {
    id: 'anchor.unused',
    kind: 'check',
    gate: GATE,
    title: 'The anchor is used',
    means: 'An anchor is set, and no claim compares with a champion, so none is held against the anchor.',
    computed: 'The claims are looked through.',
    source: codeAt('model/anchor-checks'),
    remedy: 'Add a claim such as "auc no worse than champion by 0.01".',
  },
]

/** Everything of model-certify and of selftest. */
export const modelChecks: readonly Explanation[] = [
  ...claims,
  ...metrics,
  ...ofBehaviour,
  ...ofRows,
  ...REST,
  ...ofDegradations,
]
