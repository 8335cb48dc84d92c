import { hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { inspectCompressed } from '../inspect-compressed.ts'

/** Frames of Zstandard (RFC 8878). */
export const zstd = defineFormat({
  id: 'zstd',
  title: 'a zstd frame',
  recognise: source => hasAt(source, '\x28\xb5\x2f\xfd'),
  inspect: (source, context) => inspectCompressed('zstd', source, context),
})
