import { CHAMPIONS, type ChosenPredictions, ownWords } from './choose-predictions.ts'
import type { ModelFile } from './model-format.ts'
import { fileWords, rankByName } from './name-words.ts'

/** The files of the model under certification, and those of other models. */
export interface ChosenModel {
  readonly files: readonly ModelFile[]
  readonly others: readonly ModelFile[]
}

/**
 * All model files but those named for another model: for the champion, or for predictions of another. Rather one too many: a file
 * that is left out is not certified.
 */
export function chooseModel(
  found: readonly ModelFile[],
  predictions: ChosenPredictions | undefined,
): ChosenModel | undefined {
  const files = outermost(found)
  if (files.length === 0) return undefined
  const { model, champion, others = [] } = predictions ?? {}
  const all = [...(model ? [model] : []), ...(champion ? [champion] : []), ...others]
  const own = new Set(model && ownWords(model, all))
  const foreign = all.filter(table => table !== model).flatMap(table => ownWords(table, all))
  const isOther = ({ path }: ModelFile) => {
    const words = fileWords(path)
    if (words.some(word => own.has(word))) return false
    return words.some(word => foreign.includes(word)) || Number.isFinite(rankByName(path, CHAMPIONS))
  }
  const kept = files.filter(file => !isOther(file))
  return kept.length === 0 ? { files, others: [] } : { files: kept, others: files.filter(isOther) }
}

/** Files inside a model that is a folder are named by the folder. */
function outermost(found: readonly ModelFile[]): ModelFile[] {
  const unique = found.filter((file, i) => found.findIndex(({ path }) => path === file.path) === i)
  return unique.filter(({ path }) => !unique.some(other => path.startsWith(`${other.path}/`)))
}
