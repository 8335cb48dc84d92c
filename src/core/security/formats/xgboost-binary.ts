import { hasAt } from '../bytes.ts'
import { unreadFormat } from '../unread-format.ts'

/** XGBoost's binaries: the one before 1.6, and Universal Binary JSON with its 64-bit key lengths. */
export const xgboostBinary = unreadFormat({
  id: 'xgboost-binary',
  title: 'an XGBoost binary model',
  recognise: bytes => (hasAt(bytes, 'binf') && bytes.subarray(0, 64).includes(0)) || hasAt(bytes, '{L\0\0\0\0\0\0'),
})
