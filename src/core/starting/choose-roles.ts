import { chooseModel } from './choose-model.ts'
import { type ChosenPredictions, choosePredictions } from './choose-predictions.ts'
import { findComparison } from './find-comparison.ts'
import { findData } from './find-data.ts'
import { asPredictions } from './find-predictions.ts'
import type { Found } from './found.ts'
import { judgePredictions } from './judge-predictions.ts'
import type { ModelFile } from './model-format.ts'
import type { Rows, TableProfile } from './table-profile.ts'

/** Gives every table and model file the role it can play. Predictions are read once more, by `open`. */
export async function chooseRoles(
  tables: readonly TableProfile[],
  models: readonly ModelFile[],
  open: (path: string) => Promise<Rows>,
): Promise<Pick<Found, 'model' | 'predictions' | 'data' | 'comparison'>> {
  const known = tables.flatMap(table => asPredictions(table) ?? [])
  const chosen = choosePredictions(
    known,
    models.map(({ path }) => path),
  )
  const judged = chosen && (await judgePredictions(chosen, open))
  const predictions = chosen && judged && { chosen: judged.champion ? chosen : withoutStranger(chosen), judged }
  const model = chooseModel(models, predictions?.chosen)
  const raw = tables.filter(table => !predictions || !known.some(prediction => prediction.table === table))
  const comparison = findComparison(raw)
  const data = findData(raw, comparison)
  return {
    ...(model && { model }),
    ...(predictions && { predictions }),
    ...(data && { data }),
    ...(comparison && { comparison }),
  }
}

/** A champion whose rows are known not to be the model's cannot be compared with it. */
function withoutStranger({ champion, ...chosen }: ChosenPredictions): ChosenPredictions {
  if (!champion) return chosen
  const unsure = !champion.table.complete || !chosen.model.table.complete
  return unsure ? { ...chosen, champion } : { ...chosen, others: [champion, ...chosen.others] }
}
