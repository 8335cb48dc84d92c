import { includes } from './bytes.ts'
import type { Source } from './content/source.ts'

/** Whether a pickle speaks of joblib's stand-ins for arrays, so that arrays follow between its instructions. */
export const hasJoblibArrays = (source: Source): boolean =>
  includes(source, 'joblib.numpy_pickle') && includes(source, 'NumpyArrayWrapper')
