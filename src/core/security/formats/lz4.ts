import { hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { inspectCompressed } from '../inspect-compressed.ts'

/** Also a codec of joblib's. */
export const lz4 = defineFormat({
  id: 'lz4',
  title: 'an lz4 frame',
  recognise: source => hasAt(source, '\x04\x22\x4d\x18'),
  inspect: (source, context) => inspectCompressed('lz4', source, context),
})
