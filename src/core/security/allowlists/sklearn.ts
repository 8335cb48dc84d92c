import { defineAllowList } from './allow-list.ts'
import observed from './sklearn.json' with { type: 'json' }

/** Written by scripts/make-allowlists.py from the model files of these versions; not edited by hand. */
export const sklearn = defineAllowList(observed)
