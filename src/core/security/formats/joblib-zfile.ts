import { hasAt } from '../bytes.ts'
import { unreadFormat } from '../unread-format.ts'

/** The form whose arrays are loaded from other files beside it (joblib/numpy_pickle_compat.py). */
export const joblibZfile = unreadFormat({
  id: 'joblib-zfile',
  title: 'a joblib file from before 0.10',
  recognise: source => hasAt(source, 'ZF0x'),
})
