import { hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { inspectCompressed } from '../inspect-compressed.ts'

/** Also a codec of joblib's. */
export const xz = defineFormat({
  id: 'xz',
  title: 'an xz stream',
  recognise: source => hasAt(source, '\xfd7zXZ\0'),
  inspect: (source, context) => inspectCompressed('xz', source, context),
})
