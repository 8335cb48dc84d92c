import { defineAllowList } from './allow-list.ts'
import observed from './lightgbm.json' with { type: 'json' }

/** LightGBM's models; the trees themselves are text that the library reads. */
export const lightgbm = defineAllowList(observed)
