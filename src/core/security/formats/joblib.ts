import { defineFormat } from '../format.ts'
import { hasJoblibArrays } from '../joblib-marker.ts'
import { inspectPickle } from '../pickle/inspect-pickle.ts'
import { startsAsPickle } from '../starts-as-pickle.ts'

/** joblib's pickle (0.10 and later), with the bytes of arrays between the instructions. */
export const joblib = defineFormat({
  id: 'joblib',
  title: 'a joblib file',
  recognise: source => startsAsPickle(source) && hasJoblibArrays(source),
  inspect: (source, { hear }) => inspectPickle(source, 'joblib', { hear }),
})
