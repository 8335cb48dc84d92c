import { deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { bad, bytes, defineClass, type Sample, unclear } from '../define-class.ts'
import { joined } from '../make/bytes.ts'
import { fixture } from '../make/fixture.ts'
import { CALL, joblibFile } from '../make/numpy.ts'
import { payload } from '../make/pickle.ts'

const CODECS = { zlib: deflateSync, gzip: gzipSync, zstd: zstdCompressSync } as const
/** Those that nothing here writes; the files are joblib's. */
const READ_ONLY = ['bzip2', 'xz', 'lzma', 'lz4']

/** Who does not decompress calls it clean. */
export const compressed = defineClass({
  id: 'compressed',
  title: 'Compressed pickles and joblib files',
  source: 'arXiv 2508.19774 (19 of 22 loading paths missed); measured on scanners',
  samples: () => [
    ...Object.entries(CODECS).flatMap(([name, compress]) =>
      ofCodec(name, text => new Uint8Array(compress(joined(text)))),
    ),
    ...READ_ONLY.flatMap(name => [
      bad(`payload-${name}.joblib`, fixture(`${name}/payload`)),
      unclear(`cut-off-${name}.joblib`, fixture(`${name}/cut-off`)),
      unclear(`second-stream-${name}.joblib`, fixture(`${name}/second-stream`)),
      unclear(`rest-${name}.joblib`, fixture(`${name}/something-after-it`)),
    ]),
    bad('twice.pkl', new Uint8Array(gzipSync(gzipSync(bytes(payload(4)))))),
    bad('in-another.joblib', new Uint8Array(deflateSync(gzipSync(bytes(payload(4)))))),
    unclear('raw-deflate.joblib', new Uint8Array(deflateRawSync(bytes(payload(4))))),
    unclear('lzop.joblib', `\x89LZO\0\r\n\x1a\n${payload(4)}`),
    unclear('snappy.joblib', `\xff\x06\0\0sNaPpY${payload(4)}`),
    unclear('blosc.joblib', `\x02\x01\x01\x08${payload(4)}`),
    unclear('compress.Z', `\x1f\x9d\x90${payload(4)}`),
    unclear(
      'zlib-with-dictionary.joblib',
      joined('\x78\xbb\0\0\0\x01', new Uint8Array(deflateRawSync(bytes(payload(4))))),
    ),
  ],
})

function ofCodec(name: string, compress: (text: string | Uint8Array) => Uint8Array): Sample[] {
  const whole = compress(bytes(payload(4)))
  return [
    bad(`payload-${name}.joblib`, whole),
    bad(`old-payload-${name}.pkl`, compress(payload(0))),
    bad(`after-an-array-${name}.joblib`, compress(joblibFile('', '\0'.repeat(16), `0${CALL}.`))),
    bad(`named-as-text-${name}.txt`, whole),
    // zstd gives nothing of a block that is not whole.
    (name === 'zstd' ? unclear : bad)(`cut-off-${name}.joblib`, compress(payload(4) + 'N'.repeat(200)).subarray(0, -4)),
    unclear(`second-stream-${name}.joblib`, joined(compress('\x80\x04].'), whole)),
    unclear(`rest-${name}.joblib`, joined(compress('\x80\x04].'), payload(4))),
  ]
}
