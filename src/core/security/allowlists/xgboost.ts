import { defineAllowList } from './allow-list.ts'

/** XGBoost's models; the trees themselves are bytes that the library reads. */
export const xgboost = defineAllowList({
  library: 'xgboost',
  versions: ['3.2.0'],
  names: {
    'xgboost.core': 'Booster',
    'xgboost.sklearn': 'XGBClassifier XGBModel XGBRFClassifier XGBRFRegressor XGBRanker XGBRegressor',
  },
})
