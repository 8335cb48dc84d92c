import { defineAllowList } from './allow-list.ts'
import { versionsOf } from './versions-of.ts'

/**
 * The stand-in for an array whose bytes follow in the file; allowed only where they do. Before 1.2 it had no padding, and is inconclusive.
 * `numpy.memmap`, which writes the file that it is told to, is allowed as what it stands for and as nothing else.
 */
export const joblib = defineAllowList({
  library: 'joblib',
  versions: versionsOf('joblib', '1.2'),
  made: 'by hand',
  names: { 'joblib.numpy_pickle': 'NumpyArrayWrapper', numpy: 'memmap[V]' },
})
