import { defineAllowList } from './allow-list.ts'
import observed from './sklearn.json' with { type: 'json' }

/** Every estimator of scikit-learn. */
export const sklearn = defineAllowList(observed)
