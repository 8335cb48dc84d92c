import { hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { inspectCompressed } from '../inspect-compressed.ts'

/** Also a codec of joblib's. */
export const bzip2 = defineFormat({
  id: 'bzip2',
  title: 'a bzip2 stream',
  recognise: source => hasAt(source, 'BZh'),
  inspect: (source, context) => inspectCompressed('bzip2', source, context),
})
