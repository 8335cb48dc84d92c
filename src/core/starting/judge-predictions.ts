import { type Evaluation, evaluate } from '../model/evaluation.ts'
import { collectPredictions } from '../model/predictions/collect-predictions.ts'
import { pairPredictions } from '../model/predictions/pair-predictions.ts'
import type { Predictions } from '../model/predictions/predictions.ts'
import { namesOf } from '../model/predictions/rows.ts'
import type { Scores } from '../model/scores.ts'
import { binaryReading, scoresOf } from '../model/tasks/binary.ts'
import type { ChosenPredictions } from './choose-predictions.ts'
import type { PredictionTable } from './find-predictions.ts'
import { MOST_ROWS, type Rows } from './table-profile.ts'

/** What the rows of the predictions say beyond the columns. */
export interface JudgedPredictions {
  readonly label: string
  /** The class whose rows score higher on average, and the other. */
  readonly positive: string
  readonly negative: string
  readonly means: { readonly positive: number; readonly negative: number }
  readonly model: Evaluation
  /** Where both tables have the same rows with the same labels. */
  readonly champion?: Evaluation
}

/** The threshold that the settings have by default. */
const THRESHOLD = 0.5

/** Reads the model's predictions, and the champion's; undefined where a row is unsound. */
export async function judgePredictions(
  { model, champion }: ChosenPredictions,
  open: (path: string) => Promise<Rows>,
): Promise<JudgedPredictions | undefined> {
  const candidates = await read(model, model.labels, open)
  const own = candidates.find(candidate => !isSeparated(candidate.scores)) ?? candidates[0]
  if (!own) return undefined
  const { label, positive } = own
  const [its] = champion ? await read(champion, [label], open) : []
  const paired = its && pairPredictions(own.predictions, its.predictions).rows
  const turned = mean(own.scores.positives) < mean(own.scores.negatives)
  const turn = (scores: Scores): Scores =>
    turned ? { positives: scores.negatives, negatives: scores.positives } : scores
  const scores = turn(own.scores)
  const negative = namesOf(own.predictions.rows, 'label').names.find(name => name !== positive) ?? ''
  return {
    label,
    positive: turned ? negative : positive,
    negative: turned ? positive : negative,
    means: { positive: mean(scores.positives), negative: mean(scores.negatives) },
    model: evaluate(scores, THRESHOLD),
    ...(paired && { champion: evaluate(turn(scoresOf(paired, positive)), THRESHOLD) }),
  }
}

/** Predictions with one of the columns as the label. */
interface Candidate {
  readonly label: string
  readonly positive: string
  readonly predictions: Predictions
  readonly scores: Scores
}

/** The table's predictions by each of these labels, in one pass; the first class to occur stands for the positive one. */
async function read(
  { table, id, score }: PredictionTable,
  labels: readonly string[],
  open: (path: string) => Promise<Rows>,
): Promise<Candidate[]> {
  const { header, batches } = await open(table.path)
  const collectors = labels.flatMap(label => {
    const values = [...(table.columns.find(({ name }) => name === label)?.values?.keys() ?? [])].toSorted()
    const [positive] = values
    if (positive === undefined) return []
    const reading = binaryReading({ label, score, positive })
    const collector = collectPredictions({ file: table.path, header, role: 'predictions', id, reading })
    return [{ label, positive, collector }]
  })
  let rows = 0
  for await (const batch of batches) {
    for (const { collector } of collectors) collector.add(batch.slice(0, MOST_ROWS - rows))
    rows += batch.length
    if (rows >= MOST_ROWS) break
  }
  return collectors.flatMap(({ label, positive, collector }) => {
    const { predictions } = collector.finish()
    return predictions ? [{ label, positive, predictions, scores: scoresOf(predictions.rows, positive) }] : []
  })
}

/** A column that a threshold on the score gives exactly is rather the predicted class than the true one. */
const isSeparated = ({ positives, negatives }: Scores): boolean =>
  least(positives) > greatest(negatives) || least(negatives) > greatest(positives)

const least = (values: Float64Array) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
const greatest = (values: Float64Array) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length
