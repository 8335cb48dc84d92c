import { bad, defineClass, unclear } from '../define-class.ts'
import { fixture } from '../make/fixture.ts'
import { globalOf, stream, unicode } from '../make/pickle.ts'
import { stateDict, storageId, tensor, torchLegacy, torchZip } from '../make/torch.ts'

const DICT = `${globalOf('collections', 'OrderedDict')})R`

/** What even torch's own restricted loader took. */
export const weightsOnlyGap = defineClass({
  id: 'weights-only-gap',
  title: 'Gaps of weights_only',
  source: 'CVE-2026-24747, CVE-2025-32434, pytorch#189446',
  samples: () => [
    bad('setitem-on-a-tensor.pt', torchZip(stream(2, `${tensor()}K\0K\x01s`))),
    bad('setitems-on-a-tensor.pt', torchZip(stream(2, `${tensor()}(K\0K\x01u`))),
    bad('append-on-a-tensor.pt', torchZip(stream(2, `${tensor()}K\0a`))),
    bad('appends-on-a-dict.pt', torchZip(stream(2, `${DICT}(K\0e`))),
    bad('append-on-a-size.pt', torchZip(stream(2, `${globalOf('torch', 'Size')}K\x01\x85\x85RK\0a`))),
    bad('setitem-on-a-storage.pt', torchZip(stream(2, `${storageId()}K\0K\x01s`))),
    unclear('storage-too-short.pt', torchZip(stateDict(), [], {}, 4)),
    unclear('storage-too-long.pt', torchZip(stateDict(), [], {}, 4096)),
    unclear('storage-missing.pt', torchZip(stateDict(`${unicode('b')}${tensor(storageId('1'))}s`))),
    bad('tensor-beyond-its-storage.pt', torchZip(stream(2, tensor(storageId(), 200)))),
    bad('storage-in-two-sizes.pt', torchZip(stream(2, `${tensor()}0${tensor(storageId('0', 200))}`))),
    bad('negative-offset.pt', fixture('torch/tensor-outside-its-storage-by-negative-offset')),
    bad('hooks.pt', fixture('torch/hooks')),
    bad('rebuild-from-type.pt', fixture('torch/rebuild-from-type')),
    bad('dict-with-a-method.pt', fixture('torch/ordered-dict-with-a-method')),
    unclear('legacy-storage-of-another-size.pt', torchLegacy({ storage: `\x03${'\0'.repeat(7)}${'\0'.repeat(12)}` })),
    unclear('tensor-in-a-tar.pt', fixture('tar/of-torch')),
  ],
})
