import { gzipSync } from 'node:zlib'
import { bad, defineClass, unclear } from '../define-class.ts'
import { latin1 } from '../make/bytes.ts'
import { fixture } from '../make/fixture.ts'
import { plainNpy } from '../make/numpy.ts'
import { payload } from '../make/pickle.ts'
import { tar } from '../make/tar.ts'
import { zip } from '../make/zip.ts'

/** Containers that loaders open and scanners do not. */
export const container = defineClass({
  id: 'container',
  title: 'Archives that are no model format',
  source: 'nullifAI (7z), torch/serialization.py (tar)',
  samples: () => [
    unclear('model.7z', `7z\xbc\xaf\x27\x1c\0\x04${payload(4)}`),
    unclear('model.pt', `7z\xbc\xaf\x27\x1c\0\x04${payload(4)}`),
    unclear('model.rar', `Rar!\x1a\x07\x01\0${payload(4)}`),
    unclear('old.rar', `Rar!\x1a\x07\0${payload(4)}`),
    unclear('model.tar', tar('pickle', payload(2))),
    unclear('model-v7.tar', tar('pickle', payload(2), 'v7')),
    unclear('model.nemo', tar('./model_config.yaml', '_target_: os.getpid\n')),
    unclear('model-v7.nemo', tar('./model_config.yaml', '_target_: os.getpid\n', 'v7')),
    unclear('of-torch.tar', fixture('tar/of-torch')),
    unclear('model.tar.gz', new Uint8Array(gzipSync(tar('pickle', payload(2))))),
    unclear('model.cab', `MSCF${'\0'.repeat(40)}${payload(4)}`),
    unclear('model.ar', `!<arch>\n${'pickle/'.padEnd(58)}\`\n\x80\x04`),
    unclear('model.lzh', `\x20\x20-lh5-${'\0'.repeat(20)}${payload(4)}`),
    unclear('model.iso', `${'\0'.repeat(32769)}CD001${payload(4)}`),
    unclear('squashfs', `hsqs${'\0'.repeat(90)}${payload(4)}`),
    bad(
      'archive-in-an-archive.zip',
      zip([{ name: 'inner.zip', content: zip([{ name: 'm.pkl', content: payload(2) }]) }]),
    ),
    bad(
      'mar.mar',
      zip([
        { name: 'MAR-INF/MANIFEST.json', content: '{}' },
        { name: 'model.pkl', content: payload(2) },
      ]),
    ),
    unclear('wheel.whl', zip([{ name: 'pkg/__init__.py', content: 'print(1)\n' }])),
    unclear(
      'archive-in-an-array.npz',
      zip([
        { name: 'a.npy', content: plainNpy(latin1(tar('pickle', payload(2)))) },
        { name: 'x', content: 'x' },
      ]),
    ),
    unclear('data.RData', fixture('r-data/recognised')),
  ],
})
