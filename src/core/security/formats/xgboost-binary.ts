import { hasAt } from '../bytes.ts'
import { readRange } from '../content/read-range.ts'
import { unreadFormat } from '../unread-format.ts'

/** XGBoost's binary from before 1.6, which no current version writes and 3.1 no longer reads. */
export const xgboostBinary = unreadFormat({
  id: 'xgboost-binary',
  title: 'an XGBoost binary model of before 1.6',
  recognise: source => hasAt(source, 'binf') && readRange(source, 0, 64).includes(0),
  hint: 'Load it with the XGBoost that wrote it and save it as .json or .ubj',
})
