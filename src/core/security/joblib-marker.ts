import { includes } from './bytes.ts'

/** Whether a pickle speaks of joblib's stand-ins for arrays, so that arrays follow between its instructions. */
export const hasJoblibArrays = (bytes: Uint8Array): boolean =>
  includes(bytes, 'joblib.numpy_pickle') && includes(bytes, 'NumpyArrayWrapper')
