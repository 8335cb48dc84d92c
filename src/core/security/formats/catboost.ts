import { hasAt } from '../bytes.ts'
import { unreadFormat } from '../unread-format.ts'

/** CatBoost's own binary. */
export const catboost = unreadFormat({
  id: 'catboost',
  title: 'a CatBoost model',
  recognise: bytes => hasAt(bytes, 'CBM1'),
})
