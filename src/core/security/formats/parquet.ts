import { hasAt } from '../bytes.ts'
import { unreadFormat } from '../unread-format.ts'

/** Apache Parquet. */
export const parquet = unreadFormat({
  id: 'parquet',
  title: 'a Parquet table',
  recognise: bytes => hasAt(bytes, 'PAR1'),
})
