import { defineClass, unclear } from '../define-class.ts'
import { npy } from '../make/numpy.ts'
import { torchZip } from '../make/torch.ts'

/** Forms that no pickler writes: one reader takes them, another fails or reads something else. */
export const oddStream = defineClass({
  id: 'odd-stream',
  title: 'Streams that no pickler writes',
  source: 'cpython#127079, fickling DuplicateProto and MisplacedProto',
  samples: () => [
    unclear('left-on-the-stack.pkl', '\x80\x04NN.'),
    unclear('mark-left-open.pkl', '\x80\x04(N.'),
    unclear('proto-twice.pkl', '\x80\x04\x80\x04N.'),
    unclear('proto-late.pkl', '\x80\x02]q\0\x80\x04.'),
    unclear('proto-lower-later.pkl', '\x80\x05]\x80\x02.'),
    unclear('protocol-0-by-proto.pkl', '\x80\0N.'),
    unclear('protocol-6.pkl', '\x80\x06N.'),
    unclear('memo-twice.pkl', '\x80\x02]q\0N0q\0.'),
    unclear('instruction-of-a-later-protocol.pkl', '\x80\x02\x8c\x01a.'),
    unclear('int-with-space.pkl', '\x80\x02I 1\n.'),
    unclear('int-with-underscore.pkl', '\x80\x02I1_000\n.'),
    unclear('int-with-null.pkl', '\x80\x02I1\x002\n.'),
    unclear('int-with-plus.pkl', '\x80\x02I+1\n.'),
    unclear('int-of-base-8.pkl', '\x80\x02I010\n.'),
    unclear('long-without-letter.pkl', '\x80\x02L1\n.'),
    unclear('float-oddly.pkl', '\x80\x02F0x1p3\n.'),
    unclear('line-without-end.pkl', '\x80\x02N0I1'),
    unclear('put-of-a-space.pkl', '\x80\x02]p 1\n.'),
    unclear('of-nothing.pkl', '\x80\x04.'),
    unclear('proto-only.pkl', '\x80\x04'),
    unclear('in-an-array.npy', npy("'|O'", '(1,)', '\x80\x02\x80\x02N.')),
    unclear('in-torch.pt', torchZip('\x80\x02NN.')),
  ],
})
