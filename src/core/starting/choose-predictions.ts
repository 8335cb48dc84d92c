import type { PredictionTable } from './find-predictions.ts'
import { fileWords, rankByName } from './name-words.ts'

/** Which table is the model under certification, which the one in production. */
export interface ChosenPredictions {
  readonly model: PredictionTable
  readonly champion?: PredictionTable
  /** Further predictions on the same columns. */
  readonly others: readonly PredictionTable[]
}

/** What the model in production is called. */
export const CHAMPIONS = ['champion', 'baseline', 'prod', 'production', 'current', 'incumbent', 'deployed', 'live']
/** What the candidate is called. */
const CHALLENGERS = ['challenger', 'candidate', 'new', 'latest']

/** The champion by its name; the model by its name, by sharing a word of it with a model file, or as the first that is left. */
export function choosePredictions(
  found: readonly PredictionTable[],
  modelFiles: readonly string[],
): ChosenPredictions | undefined {
  const isChampion = ({ table }: PredictionTable) => Number.isFinite(rankByName(table.path, CHAMPIONS))
  const rank = (candidate: PredictionTable) => {
    if (isChampion(candidate)) return 3
    if (Number.isFinite(rankByName(candidate.table.path, CHALLENGERS))) return 0
    return modelFiles.some(file => ownWords(candidate, found).some(word => fileWords(file).includes(word))) ? 1 : 2
  }
  const [model, ...rest] = found.toSorted((a, b) => rank(a) - rank(b))
  if (!model) return undefined
  const alike = rest.filter(
    other => other.id === model.id && other.score === model.score && other.labels[0] === model.labels[0],
  )
  const champion = alike
    .filter(other => isChampion(other) && !isChampion(model))
    .toSorted((a, b) => rankByName(a.table.path, CHAMPIONS) - rankByName(b.table.path, CHAMPIONS))[0]
  return { model, ...(champion && { champion }), others: rest.filter(other => other !== champion) }
}

/** Words of a table's file name that not every table of predictions has in its own. */
export function ownWords({ table }: PredictionTable, all: readonly PredictionTable[]): string[] {
  const others = all.filter(other => other.table !== table)
  return fileWords(table.path).filter(
    word =>
      !/^\d+$/.test(word) && (others.length === 0 || others.some(other => !fileWords(other.table.path).includes(word))),
  )
}
