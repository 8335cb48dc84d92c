import { defineAllowList } from './allow-list.ts'

/** The stand-in for an array whose bytes follow in the file; allowed only where they do. */
export const joblib = defineAllowList({
  library: 'joblib',
  versions: ['1.6.0'],
  names: { 'joblib.numpy_pickle': 'NumpyArrayWrapper' },
})
