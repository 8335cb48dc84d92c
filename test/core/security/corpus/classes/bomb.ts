import { deflateSync, gzipSync } from 'node:zlib'
import { bad, bytes, defineClass, unclear } from '../define-class.ts'
import { joined, little } from '../make/bytes.ts'
import { fixture } from '../make/fixture.ts'
import { gguf } from '../make/gguf.ts'
import { npy } from '../make/numpy.ts'
import { message } from '../make/protobuf.ts'
import { torchZip } from '../make/torch.ts'
import { zip } from '../make/zip.ts'

const ZEROS = new Uint8Array(80 * 1024 * 1024)

/** Small files that are large, or say so, or take for ever. */
export const bomb = defineClass({
  id: 'bomb',
  title: 'Bombs of bytes, entries, depth and steps',
  source: 'keras#23010, keras#23016, keras#22975, fickling#196',
  samples: () => [
    unclear('zlib.joblib', new Uint8Array(deflateSync(ZEROS))),
    unclear('gzip.pkl', new Uint8Array(gzipSync(ZEROS))),
    ...['bzip2', 'xz', 'lzma', 'lz4', 'zstd'].map(name => unclear(`${name}.joblib`, fixture(`${name}/bomb`))),
    unclear('archive.npz', zip([{ name: 'a.npy', content: ZEROS, deflate: true }])),
    unclear('lying-archive.npz', zip([{ name: 'a.npy', content: ZEROS, deflate: true, size: 100 }])),
    unclear('member-many-times.npz', manyTimes()),
    unclear('shape.npy', npy("'<f8'", '(9000000000, 9000000000)', '')),
    unclear('shape-overflows.npy', npy("'<f8'", '(2305843009213693952,)', '')),
    unclear('header.npy', `\x93NUMPY\x02\0${little(0xffffffff, 4)}{'descr'`),
    unclear('header-deep.npy', npy(`${'['.repeat(3000)}${']'.repeat(3000)}`, '(1,)', '', 2)),
    unclear('text-of-two-gigabytes.pkl', '\x80\x04X\xff\xff\xff\x7f.'),
    unclear('bytes-beyond-all.pkl', `\x80\x04\x8e${'\xff'.repeat(7)}\x7f.`),
    unclear('marks.pkl', `\x80\x02${'('.repeat(200_000)}.`),
    unclear('tuples.pkl', `\x80\x02${')'.repeat(100_000)}.`),
    unclear('lists-in-lists.pkl', `\x80\x04]${'\x94'}${'(h\0h\0h\0h\0e0'.repeat(10)}.`),
    unclear('state-dict-in-itself.pt', torchZip(`\x80\x02${'('.repeat(50_000)}.`)),
    unclear('header.safetensors', joined(little(100_000_001, 8), '{}')),
    unclear('header-past-the-end.safetensors', joined(little(99_999_999, 8), '{}')),
    unclear('deep.safetensors', joined(little(200_001, 8), `{"a":${'['.repeat(99_998)}${']'.repeat(99_998)}}`)),
    unclear('counts.gguf', joined('GGUF\x03\0\0\0', '\xff'.repeat(15), '\x7f')),
    unclear('keys.gguf', gguf({ a: 'b' }, 1_000_000_000)),
    unclear(
      'array.gguf',
      joined(
        'GGUF\x03\0\0\0',
        little(0, 8),
        little(1, 8),
        little(1, 8),
        'a\x09\0\0\0\x08\0\0\0',
        '\xff'.repeat(7),
        '\x0f',
      ),
    ),
    bad('deep.onnx', joined('\x08\x08\x3a', bytes(nested(message, 80).slice(1)))),
    unclear('deep.pb', joined('\x08\x01', nested(message, 80, 2))),
    unclear('deep.ubj', `{L\0\0\0\0\0\0\0\x07learner${'['.repeat(10_000)}`),
    unclear('shape.h5', fixture('hdf5/cycle')),
  ],
})

/** Messages in messages: graph, node, attribute, graph and on. */
function nested(wrap: typeof message, depth: number, first = 7): string {
  let inner = ''
  for (let i = 0; i < depth; i++) inner = wrap(1, wrap(5, wrap(6, inner)))
  return wrap(first, inner)
}

function manyTimes(): Uint8Array {
  const one = zip([{ name: 'a.npy', content: new Uint8Array(100_000) }])
  const directory = one.length - 22 - 51
  const entry = one.subarray(directory, directory + 51)
  const count = 30_000
  const end = `PK\x05\x06${little(0, 4)}${little(count, 2)}${little(count, 2)}${little(count * 51, 4)}${little(directory, 4)}\0\0`
  return joined(one.subarray(0, directory), ...Array.from({ length: count }, () => entry), end)
}
