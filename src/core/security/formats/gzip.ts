import { hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { inspectCompressed } from '../inspect-compressed.ts'

export const gzip = defineFormat({
  id: 'gzip',
  title: 'a gzip stream',
  recognise: bytes => hasAt(bytes, '\x1f\x8b'),
  inspect: (bytes, context) => inspectCompressed('gzip', bytes, context),
})
