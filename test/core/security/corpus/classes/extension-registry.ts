import { bad, defineClass } from '../define-class.ts'
import { npy } from '../make/numpy.ts'
import { stream } from '../make/pickle.ts'
import { torchZip } from '../make/torch.ts'

/** What an extension code stands for is in the loader's registry, not in the file. */
export const extensionRegistry = defineClass({
  id: 'extension-registry',
  title: 'EXT1, EXT2 and EXT4',
  source: 'modelaudit#493, modelaudit#623',
  samples: () => [
    bad('ext1.pkl', stream(2, '\x82\x01')),
    bad('ext2.pkl', stream(2, '\x83\x01\x01')),
    bad('ext4.pkl', stream(2, '\x84\x01\x01\x01\0')),
    bad('ext1-called.pkl', stream(2, '\x82\xf0)R')),
    bad('ext4-made.pkl', stream(4, '\x84\x01\x01\x01\0)\x81')),
    bad('ext1-popped.pkl', stream(4, '\x82\x010N')),
    bad('ext2-in-an-array.npy', npy("'|O'", '(1,)', stream(3, '\x83\x01\x01'))),
    bad('ext1-in-torch.pt', torchZip(stream(2, '\x82\x01'))),
  ],
})
