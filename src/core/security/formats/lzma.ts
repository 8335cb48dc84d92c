import { hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { inspectCompressed } from '../inspect-compressed.ts'

/** The format before xz, also a codec of joblib's, which writes the usual properties. */
export const lzma = defineFormat({
  id: 'lzma',
  title: 'an lzma stream',
  recognise: source => hasAt(source, '\x5d\0\0'),
  inspect: (source, context) => inspectCompressed('lzma', source, context),
})
