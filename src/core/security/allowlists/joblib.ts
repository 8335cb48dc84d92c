import { defineAllowList } from './allow-list.ts'
import { versionsOf } from './versions-of.ts'

/** The stand-in for an array whose bytes follow in the file; allowed only where they do. */
export const joblib = defineAllowList({
  library: 'joblib',
  versions: versionsOf('joblib'),
  made: 'by hand',
  names: { 'joblib.numpy_pickle': 'NumpyArrayWrapper' },
})
