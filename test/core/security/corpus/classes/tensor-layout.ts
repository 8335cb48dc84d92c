import { defineClass, unclear } from '../define-class.ts'
import { joined, little, utf8 } from '../make/bytes.ts'
import { payload } from '../make/pickle.ts'

const file = (header: string, data: string) => joined(little(utf8(header).length, 8), utf8(header), data)
const one = (entry: object, more = '') =>
  `{"a":${JSON.stringify({ dtype: 'F32', shape: [1], data_offsets: [0, 4], ...entry })}${more}}`

/** Plain numbers, if the header is the one that every reader takes. */
export const tensorLayout = defineClass({
  id: 'tensor-layout',
  title: 'Layout of safetensors',
  source: 'safetensors README, "Format"; Trail of Bits 2023',
  samples: () => [
    unclear('hole.safetensors', file(one({ data_offsets: [4, 8] }), '\0'.repeat(8))),
    unclear(
      'overlap.safetensors',
      file(one({}, ',"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}'), '\0'.repeat(4)),
    ),
    unclear('shape.safetensors', file(one({ shape: [2] }), '\0'.repeat(4))),
    unclear('shape-negative.safetensors', file(one({ shape: [-1] }), '\0'.repeat(4))),
    unclear('type.safetensors', file(one({ dtype: 'O8' }), '\0'.repeat(4))),
    unclear('past-the-end.safetensors', file(one({ data_offsets: [0, 400] }), '\0'.repeat(4))),
    unclear('backwards.safetensors', file(one({ data_offsets: [4, 0] }), '\0'.repeat(4))),
    unclear('rest.safetensors', file(one({}), '\0'.repeat(5))),
    unclear('payload-after.safetensors', file(one({}), `\0\0\0\0${payload(4)}`)),
    unclear(
      'key-twice.safetensors',
      file(
        '{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}',
        '',
      ),
    ),
    unclear(
      'key-twice-by-escape.safetensors',
      file(
        '{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"\\u0061":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}',
        '',
      ),
    ),
    unclear('metadata-no-text.safetensors', file(one({}, ',"__metadata__":{"x":{"y":1}}'), '\0'.repeat(4))),
    unclear('header-no-json.safetensors', file("{'a':1}", '')),
    unclear('header-with-tail.safetensors', file(`${one({})}x`, '\0'.repeat(4))),
    unclear('header-cut-off.safetensors', joined(little(2000, 8), one({}))),
  ],
})
