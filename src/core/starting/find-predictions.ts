import { type ColumnProfile, isShare } from './column-profile.ts'
import { identifiers } from './identifier.ts'
import { fileWords, folderWords, nameWords } from './name-words.ts'
import type { TableProfile } from './table-profile.ts'

/** A table that holds a model's row-level predictions. */
export interface PredictionTable {
  readonly table: TableProfile
  readonly id: string
  readonly score: string
  /** Columns that may hold the true class, the likeliest first. */
  readonly labels: readonly [string, ...string[]]
}

const SCORES = [
  'p',
  'prob',
  'probs',
  'proba',
  'probability',
  'score',
  'scores',
  'pd',
  'risk',
  'likelihood',
  'propensity',
  'confidence',
]
const PREDICTED = [
  'pred',
  'preds',
  'prediction',
  'predictions',
  'predicted',
  'yhat',
  'hat',
  'decision',
  'forecast',
  'estimate',
]
const TRUTHS = [
  'label',
  'target',
  'truth',
  'true',
  'actual',
  'y',
  'outcome',
  'observed',
  'class',
  'status',
  'response',
  'default',
  'churn',
  'fraud',
]
const FILES = [...PREDICTED, ...SCORES, 'scored', 'scoring', 'inference', 'output', 'outputs', 'evaluation', 'eval']

/** A table of predictions has few columns … */
const FEW_COLUMNS = 8
/** … and with this many it can hardly be anything else. */
const BARE_COLUMNS = 3

/** The table as predictions, where it has what it takes: an identifier, a label of two values, and a score from 0 to 1. */
export function asPredictions(table: TableProfile): PredictionTable | undefined {
  const [label, ...otherLabels] = labelsOf(table)
  const score = scoresOf(table)[0]
  const id = identifiers(table).find(({ name }) => name !== label && name !== score?.name)
  if (label === undefined || !score || !id) return undefined
  const namedScore = isNamed(nameWords(score.name), [...SCORES, ...PREDICTED])
  const namedFile = isNamed([...fileWords(table.path), ...folderWords(table.path)], FILES)
  const { length } = table.columns
  const is = length <= BARE_COLUMNS || (length <= FEW_COLUMNS ? namedScore || namedFile : namedScore && namedFile)
  return is ? { table, id: id.name, score: score.name, labels: [label, ...otherLabels] } : undefined
}

/** Columns of exactly two values, those named for the truth first, those named for a prediction last. */
function labelsOf({ columns }: TableProfile): string[] {
  const rank = (name: string) => {
    const words = nameWords(name)
    if (isNamed(words, PREDICTED)) return 2
    return isNamed(words, TRUTHS) ? 0 : 1
  }
  return columns
    .filter(({ nulls, values }) => nulls === 0 && values?.size === 2)
    .map(({ name }) => name)
    .toSorted((a, b) => rank(a) - rank(b))
}

/** Columns of fractions from 0 to 1; those named for the rarer class come first (`p_bad` before `p_good`), then those named for a score. */
function scoresOf(table: TableProfile): ColumnProfile[] {
  const [label] = labelsOf(table)
  const counts = [...(table.columns.find(({ name }) => name === label)?.values ?? [])].toSorted((a, b) => a[1] - b[1])
  const rarer = counts.length === 2 && counts[0]?.[1] !== counts[1]?.[1] ? nameWords(counts[0]?.[0] ?? '').join() : ''
  const rank = ({ name }: ColumnProfile) => {
    const words = nameWords(name)
    const named = isNamed(words, SCORES) ? 2 : isNamed(words, PREDICTED) ? 1 : 0
    return named + (rarer !== '' && words.includes(rarer) ? 4 : 0)
  }
  return table.columns
    .filter(column => column.nulls === 0 && column.kind === 'number' && isShare(column) && column.values?.size !== 2)
    .toSorted((a, b) => rank(b) - rank(a))
}

const isNamed = (words: readonly string[], names: readonly string[]): boolean =>
  words.some(word => names.includes(word))
