import { grouped } from '../../wording/grouped.ts'
import { type Inspection, inconclusive, passed } from '../format.ts'
import { printable } from '../printable.ts'
import { XgboostModel } from './model.ts'
import { treeFault } from './tree-fault.ts'

const HINT = 'Save the model again with save_model of a current XGBoost'

/** Judges the value that a model file holds: everything in it must be a number, a name or a parameter where one belongs. */
export function inspectXgboost(value: unknown): Inspection {
  const model = XgboostModel.safeParse(value)
  if (!model.success) {
    const at = model.error.issues[0]?.path.join('.') ?? ''
    return unsure(`it has no right entry at ${printable(at) || 'its top'}`)
  }
  const { gradient_booster: booster } = model.data.learner
  if (booster.name === 'gblinear')
    return passed(`${grouped(booster.model.weights.length)} plain weights of a linear XGBoost model`)
  const { trees } = booster.name === 'dart' ? booster.gbtree.model : booster.model
  for (const [index, tree] of trees.entries()) {
    const fault = treeFault(tree)
    if (fault !== undefined) return unsure(`its tree ${index} ${fault}`)
  }
  return passed(`${grouped(trees.length)} plain trees of an XGBoost model`)
}

/** Inconclusive for this reason, which continues a sentence about the file. */
export const unsure = (reason: string): Inspection => inconclusive(`Expected an XGBoost model but ${reason}`, HINT)
