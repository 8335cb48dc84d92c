import { printable } from '../../printable.ts'
import { defineRule } from './rule.ts'

/** Attributes that make ModelData.__setstate__ evaluate the state's formula as Python (statsmodels/base/data.py); the latter since 0.15. */
const EVALUATED = ['restore_design_info', 'restore_model_spec']

/** statsmodels' data, if it was not made by a formula. */
export const modelData = defineRule({
  on: ['statsmodels.base.data:ModelData', 'statsmodels.base.data:PandasData'],
  restored(_, state) {
    const evaluated = state.kind === 'dict' && EVALUATED.find(key => state.entries.has(key))
    if (!evaluated) return undefined
    return `is given the attribute ${printable(evaluated)}, upon which its formula is evaluated as Python`
  },
})
