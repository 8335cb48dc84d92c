import { keysIn } from './allowlists/keys-in.ts'
import { statsmodels } from './allowlists/statsmodels.ts'
import { printable } from './printable.ts'

/** The attributes that a file gives an object, however the file spells them. */
export interface GivenState {
  has(attribute: string): boolean
  /** The texts of a list; undefined of anything else. */
  texts(attribute: string): readonly string[] | undefined
  /** Key (`module:name`) of the class of an object; undefined of anything else. */
  classOf(attribute: string): string | undefined
}

type Fault = (state: GivenState) => string | undefined

/** What scikit-learn asks of the parts of a stack (sklearn/ensemble/_stacking.py). */
const METHODS = ['predict_proba', 'decision_function', 'predict']

/** A stack calls methods of its parts by the names that are here, whatever the parts are. */
const stack: Fault = state =>
  !state.has('stack_method_') || state.texts('stack_method_')?.every(name => METHODS.includes(name))
    ? undefined
    : 'is given methods to call that scikit-learn does not'

/**
 * Attributes by which a formula, which is Python, comes to be evaluated: by ModelData.__setstate__ as it is loaded
 * (statsmodels/base/data.py), or by Results.predict (statsmodels/base/model.py). Other names since 0.15.
 */
const EVALUATED = ['restore_design_info', 'restore_model_spec', 'design_info', 'model_spec', 'formula']
/** Where Results look for these attributes: what is there must be held to this too. */
const INNER = ['model', '_results']
const fitted = keysIn(statsmodels)

const model: Fault = state => {
  const evaluated = EVALUATED.find(attribute => state.has(attribute))
  if (evaluated) return `is given the attribute ${printable(evaluated)}, upon which a formula is evaluated as Python`
  const strange = INNER.find(attribute => state.has(attribute) && !fitted.includes(state.classOf(attribute) ?? 'none'))
  return strange && `is given a ${strange} that is none of statsmodels`
}

const FAULTS: ReadonlyMap<string, Fault> = new Map([
  ['sklearn.ensemble._stacking:StackingClassifier', stack],
  ['sklearn.ensemble._stacking:StackingRegressor', stack],
  ...fitted.map(key => [key, model] as const),
])

/** Keys of the classes whose methods take names or code from what they are given. */
export const judgedByState: readonly string[] = [...FAULTS.keys()]

/** Why an object of such a class would run what the allow list does not see, if it would. */
export const stateFault = (key: string, state: GivenState): string | undefined => FAULTS.get(key)?.(state)
