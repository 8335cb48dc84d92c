import { defineAllowList } from './allow-list.ts'

/** LightGBM's models; the trees themselves are text that the library reads. */
export const lightgbm = defineAllowList({
  library: 'lightgbm',
  versions: ['4.7.0'],
  names: {
    'lightgbm.basic': 'Booster',
    'lightgbm.sklearn': 'LGBMClassifier LGBMRanker LGBMRegressor',
  },
})
