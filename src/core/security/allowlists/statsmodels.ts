import { defineAllowList } from './allow-list.ts'
import observed from './statsmodels.json' with { type: 'json' }

/** Models and results of statsmodels, but those of formulas, which it evaluates as Python, and of state space. */
export const statsmodels = defineAllowList(observed)
