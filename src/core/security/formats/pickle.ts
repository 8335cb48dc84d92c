import { defineFormat } from '../format.ts'
import { hasJoblibArrays } from '../joblib-marker.ts'
import { inspectPickle, readsAsPickle } from '../pickle/inspect-pickle.ts'
import { startsAsPickle } from '../starts-as-pickle.ts'

/** Python pickle, protocols 0 to 5; those before 2 have no PROTO and are told by what a loader would do with them. */
export const pickle = defineFormat({
  id: 'pickle',
  title: 'a pickle',
  // Of protocol 0, which is text to the last byte.
  within: 'text',
  recognise: source => (startsAsPickle(source) ? !hasJoblibArrays(source) : readsAsPickle(source)),
  inspect: (source, { hear }) => inspectPickle(source, 'pickle', { hear }),
})
