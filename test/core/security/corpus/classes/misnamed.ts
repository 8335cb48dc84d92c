import { gzipSync } from 'node:zlib'
import { bad, bytes, defineClass } from '../define-class.ts'
import { npy } from '../make/numpy.ts'
import { payload } from '../make/pickle.ts'
import { torchLegacy, torchZip } from '../make/torch.ts'

const NAMES =
  'notes.txt table.csv config.json weights.safetensors model.onnx model.bin MODEL.PKL noextension model.h5 model.gguf README.md image.png model.pkl.bak .hidden'.split(
    ' ',
  )

/** Loaders do not look at names; scanners that do pass over these. */
export const misnamed = defineClass({
  id: 'misnamed',
  title: 'Wrong, unknown or no extension',
  source: 'CVE-2025-1889, CVE-2025-10155, GHSA-jgw4-cr84-mqxg, aisbom#92',
  samples: () => [
    ...NAMES.map((name, i) => bad(name, payload([4, 2, 0][i % 3]))),
    bad('torch.pkl', torchZip(payload(2))),
    bad('torch.npz', torchZip(payload(2))),
    bad('legacy.bin', torchLegacy({ object: payload(2) })),
    bad('gzip.pkl', new Uint8Array(gzipSync(bytes(payload(4))))),
    bad('numpy.csv', npy("'|O'", '(1,)', payload(4))),
    bad('deep/down/below/model.dat', payload(4)),
  ],
})
