import { readRange } from '../content/read-range.ts'
import { defineFormat } from '../format.ts'
import { inspectCompressed } from '../inspect-compressed.ts'

const DEFLATE = 0x78
const PRESET_DICTIONARY = 0x20

/** joblib's usual compression; the header's check bits are those of RFC 1950, 2.2. */
export const zlib = defineFormat({
  id: 'zlib',
  title: 'a zlib stream, as of joblib.dump with compress',
  recognise(source) {
    const [method = 0, flags = 0] = readRange(source, 0, 2)
    return method === DEFLATE && (method * 256 + flags) % 31 === 0 && !(flags & PRESET_DICTIONARY)
  },
  inspect: (source, context) => inspectCompressed('zlib', source, context),
})
