import { defineAllowList } from './allow-list.ts'
import observed from './catboost.json' with { type: 'json' }

/** CatBoost's models; the trees themselves are bytes that the library reads. */
export const catboost = defineAllowList(observed)
