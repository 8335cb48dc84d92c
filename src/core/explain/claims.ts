import { INTERVAL, ROWS_NEEDED } from './decided.ts'
import { codeAt } from './definition.ts'
import type { Explanation } from './explanation.ts'

const GATE = 'model-certify'

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

/** The claims that may be made of a model. */
export const claims: readonly Explanation[] = CLAIMS.map(([id, title, means, computed, source, remedy]) => ({
  id,
  kind: 'claim',
  gate: GATE,
  title,
  means,
  computed,
  source: `${source}. ${codeAt('model/claims/check-claims')}`,
  remedy,
}))
