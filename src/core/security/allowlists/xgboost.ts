import { defineAllowList } from './allow-list.ts'
import observed from './xgboost.json' with { type: 'json' }

/** XGBoost's models; the trees themselves are bytes that the library reads. */
export const xgboost = defineAllowList(observed)
