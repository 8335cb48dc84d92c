import { hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { inspectCompressed } from '../inspect-compressed.ts'

/** The format before xz, also a codec of joblib's, which writes the usual properties. */
export const lzma = defineFormat({
  id: 'lzma',
  title: 'an lzma stream',
  recognise: bytes => hasAt(bytes, '\x5d\0\0'),
  inspect: (bytes, context) => inspectCompressed('lzma', bytes, context),
})
