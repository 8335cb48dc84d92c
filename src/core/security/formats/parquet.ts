import { hasAt } from '../bytes.ts'
import { unreadFormat } from '../unread-format.ts'

/** Apache Parquet. */
export const parquet = unreadFormat({
  id: 'parquet',
  title: 'a Parquet table',
  recognise: source => hasAt(source, 'PAR1'),
})
