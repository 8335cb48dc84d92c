import { hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { inspectCompressed } from '../inspect-compressed.ts'

/** A gzip stream (RFC 1952): what it decompresses to is inspected as a file of its own. */
export const gzip = defineFormat({
  id: 'gzip',
  title: 'a gzip stream',
  recognise: source => hasAt(source, '\x1f\x8b'),
  inspect: (source, context) => inspectCompressed('gzip', source, context),
})
