import * as behaviours from '../model/behaviour/index.ts'
import * as degradations from '../model/degradations/index.ts'
import type { MetricInfo } from '../model/metric.ts'
import * as metricsByTask from '../model/metrics/index.ts'
import { codeAt, definition } from './definition.ts'
import type { Explanation } from './explanation.ts'
import { sourceOf } from './sources.ts'

const GATE = 'model-certify'
const ROWS_NEEDED =
  'Where it is inconclusive, the interval reaches over the bar: the report says about how many more labelled rows would settle it.'
const INTERVAL =
  'The interval decides, never the value alone: exact or classical where there is such a one (Clopper–Pearson, DeLong, Tango, Student), else a BCa bootstrap (Efron 1987) whose random numbers come of the files’ digests.'

const BETTER = {
  higher: 'higher is better',
  lower: 'lower is better',
  zero: 'nearer to 0 is better, whichever the sign',
} as const

const BY_TASK: Readonly<Record<string, Readonly<Record<string, MetricInfo>>>> = metricsByTask

/** The metrics of every task. */
export const metrics: readonly Explanation[] = Object.entries(BY_TASK).flatMap(([task, own]) =>
  Object.values(own).map((metric): Explanation => {
    const path = `model/metrics/${task}/${metric.id}`
    const [least, greatest] = metric.range
    const range =
      Number.isFinite(least) || Number.isFinite(greatest)
        ? ` It lies between ${bound(least)} and ${bound(greatest)}.`
        : ''
    return {
      id: metric.id,
      kind: 'metric',
      gate: GATE,
      of: task,
      also: metric.aliases ?? [],
      title: metric.title,
      means: `${metric.title}, for ${task} models: ${BETTER[metric.better]}.${range}${metric.naive === undefined ? '' : ` A guess that knows nothing of the row gets ${metric.naive}.`}`,
      computed: `${definition(path)} ${INTERVAL}`,
      source: sourceOf(metric.id, codeAt(path)),
      remedy: `A claim on it that fails: look at the slices and at the rows with the largest errors, train again, or lower the bar on the base branch with a reason. ${ROWS_NEEDED}`,
    }
  }),
)

function bound(end: number): string {
  if (Number.isFinite(end)) return `${Number(end.toPrecision(4))}`
  return end < 0 ? 'no bound below' : 'no bound above'
}

/** What claims ask: the part of a check's id after the metric, or before the groups. */
const CLAIMS: readonly (readonly [
  id: string,
  title: string,
  means: string,
  computed: string,
  source: string,
  remedy: string,
])[] = [
  [
    'floor',
    'A metric of at least a value',
    '`auc >= 0.80`: the whole interval must lie at or above the value.',
    INTERVAL,
    'docs/claims.md',
    `Train a better model, or lower the bar on the base branch with a reason. ${ROWS_NEEDED}`,
  ],
  [
    'ceiling',
    'A metric of at most a value',
    '`brier <= 0.2`: the whole interval must lie at or below the value.',
    INTERVAL,
    'docs/claims.md',
    `Train a better model, or raise the bar on the base branch with a reason. ${ROWS_NEEDED}`,
  ],
  [
    'no-worse-than-champion',
    'No worse than the champion by more than a margin',
    '`auc no worse than champion by 0.01`: on the same rows, the interval of the difference must lie above the negative margin (non-inferiority).',
    'The difference is paired: both models on the same rows in the same order (DeLong for AUC, Tango for shares, a paired bootstrap for others).',
    'Non-inferiority as in clinical trials; Tango 1998, DeLong et al. 1988. docs/claims.md',
    `Compare the slices of both models. Give the margin that the use can bear. ${ROWS_NEEDED}`,
  ],
  [
    'better-than-champion',
    'Better than the champion',
    '`auc better than champion by 0.01`: the interval of the paired difference must lie above the margin (superiority).',
    'As for no-worse-than-champion, against the margin or 0.',
    'docs/claims.md',
    `Small gains need many rows. ${ROWS_NEEDED}`,
  ],
  [
    'no-worse-than-anchor',
    'No worse than what was once certified',
    'The claim on the champion once more, against the model of the oldest certificate that is still valid, with a budget in the margin’s place: small losses do not add up unseen.',
    'The same paired difference, on the same rows; the bar is the margin times certify.anchor.budget.',
    'docs/claims.md',
    'Win back what the models since have lost together, or let the old certificate end and say why.',
  ],
  [
    'fair',
    'Groups are selected alike (four-fifths rule)',
    '`fair by sex`: the share of favourable decisions of each group must be at least 0.8 of the highest.',
    'Ratio of selection rates of each pair of groups, decided by its interval; intersections too where several columns are named.',
    'The four-fifths rule (29 CFR 1607.4 D). docs/claims.md',
    'Look at which group stands apart, and at its errors and its data; choose thresholds or features so that the groups come nearer, with those who answer for it.',
  ],
  [
    'impact-ratio',
    'A ratio of selection rates between groups',
    '`impact ratio by sex >= 0.90`: each group’s share of favourable decisions over the highest one.',
    'As for fair, at a ratio of your own.',
    'docs/claims.md',
    'As for fair: look at which group stands apart, and at its errors and its data.',
  ],
  [
    'equal-opportunity',
    'Groups have like true positive rates',
    'The greatest difference of the true positive rates of any two groups must be at most the value.',
    'Difference of shares with its interval, over the rows that are positive.',
    'Hardt, Price and Srebro 2016. docs/claims.md',
    'Look at the rows of the group that is missed more often: few of them, worse data, another threshold.',
  ],
  [
    'equalized-odds',
    'Groups have like error rates',
    'The greatest difference of true and of false positive rates of any two groups must be at most the value.',
    'As for equal-opportunity, on both rates.',
    'Hardt, Price and Srebro 2016. docs/claims.md',
    'As for equal-opportunity: look at the rows of the group that the model errs on more often.',
  ],
  [
    'predictive-parity',
    'A positive prediction means the same in all groups',
    'The greatest difference of the precisions of any two groups must be at most the value.',
    'Difference of shares with its interval, over the rows that are predicted positive.',
    'Chouldechova 2017. docs/claims.md',
    'Calibrate within groups, or look for features that stand for the group.',
  ],
  [
    'calibrated',
    'Probabilities are what they say',
    '`calibrated within 0.03`: where the model says 0.7, about seven of ten must be so, on average over the rows.',
    'Calibration error over bins, with an interval; the definition stands in docs/claims.md.',
    'docs/claims.md',
    'Calibrate the scores on rows of their own (Platt, isotonic), never on the hold-out.',
  ],
  [
    'latency',
    'Predictions are made in time',
    'A quantile of the times that predictions took must be at most so many milliseconds.',
    'The quantile of the column of times, with an exact interval by order statistics (binomial).',
    'docs/claims.md',
    'Measure on the machine that serves; make the model smaller, or raise the budget with a reason.',
  ],
  [
    'model-size',
    'The model is small enough',
    'All files of the model together must be at most so large.',
    'The sum of their bytes.',
    'docs/claims.md',
    'Prune, quantise or compress the model, or raise the budget with a reason.',
  ],
]

const claims: readonly Explanation[] = CLAIMS.map(([id, title, means, computed, source, remedy]) => ({
  id,
  kind: 'claim',
  gate: GATE,
  title,
  means,
  computed,
  source: `${source}. ${codeAt('model/claims/check-claims')}`,
  remedy,
}))

const BEHAVIOUR_REMEDIES: Readonly<Record<string, string>> = {
  determinism:
    'Fix the seeds, and the number of threads where sums depend on it; say in certify.tolerance what difference is none.',
  'naive-baseline':
    'A model that no better than guesses is no use: look for swapped labels, a wrong positive class, or features that were lost.',
  robustness: 'Look at which rows change their decision under small disturbances, and train with such disturbances.',
  'suspicious-perfection': 'Look for the label among the features, and for rows of the hold-out in the training data.',
  'threshold-choice':
    'Choose the threshold by the costs, on rows that are not the hold-out, or say why another one is used.',
  'train-overlap': 'Take the rows out of the hold-out, and split by the unit (customer, patient, day) that repeats.',
  'train-test-gap':
    'The model has learnt its rows by heart: make it simpler, give it more rows, or stop training earlier.',
  'weak-segments':
    'Look at the segment: few rows, other data, a feature that is missing. Claim a floor on it once it is mended.',
}

const ofBehaviour: readonly Explanation[] = Object.values(behaviours).map(({ id, title }) => ({
  id,
  kind: 'behaviour',
  gate: GATE,
  title,
  means: `${title}: a question about how the model behaves that no metric of the hold-out answers.`,
  computed: definition(`model/behaviour/${id}`),
  source: codeAt(`model/behaviour/${id}`),
  remedy: BEHAVIOUR_REMEDIES[id] ?? '',
}))

const ofDegradations: readonly Explanation[] = Object.values(degradations).map(({ id, title }) => ({
  id,
  kind: 'degradation',
  title,
  means: `A fault that \`proofmark selftest\` puts into the predictions on purpose, to see whether the claims catch it.`,
  computed: definition(`model/degradations/${id}`),
  source: codeAt(`model/degradations/${id}`),
  remedy:
    'Where it is not caught, make a claim stricter, or add one on what it harms, until selftest shows that it is.',
}))

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
  means: `${means} It never counts as passed: what cannot be read is inconclusive.`,
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
