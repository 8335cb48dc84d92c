import { hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { inspectCompressed } from '../inspect-compressed.ts'

/** Also a codec of joblib's. */
export const xz = defineFormat({
  id: 'xz',
  title: 'an xz stream',
  recognise: bytes => hasAt(bytes, '\xfd7zXZ\0'),
  inspect: (bytes, context) => inspectCompressed('xz', bytes, context),
})
