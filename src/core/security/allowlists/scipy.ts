import { defineAllowList } from './allow-list.ts'
import observed from './scipy.json' with { type: 'json' }

/** Sparse matrices, splines, results of optimisation. Never `scipy.stats` distributions: setting their state runs code that the state spells. */
export const scipy = defineAllowList(observed)
