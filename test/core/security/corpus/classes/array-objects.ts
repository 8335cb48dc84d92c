import { bad, defineClass, unclear } from '../define-class.ts'
import { dtype, npy, plainNpy } from '../make/numpy.ts'
import { payload, short, shortBytes, stackGlobal, stream } from '../make/pickle.ts'
import { zip } from '../make/zip.ts'

const RECONSTRUCT = `${stackGlobal('numpy._core.multiarray', '_reconstruct')}${stackGlobal('numpy', 'ndarray')}K\0\x85${shortBytes('b')}\x87R`

/** Arrays of objects are pickles; arrays of numbers that numpy takes for objects are pointers. */
export const arrayObjects = defineClass({
  id: 'array-objects',
  title: 'Arrays of objects, and types that hide them',
  source: 'numpy.lib.format; numpy/ndarraytypes.h; modelscan#262',
  samples: () => [
    bad('objects.npy', npy("'|O'", '(1,)', payload(4))),
    bad('objects-version-2.npy', npy("'|O'", '(1,)', payload(4), 2)),
    bad('objects-version-3.npy', npy("'|O'", '(1,)', payload(2), 3)),
    bad('objects-in-a-record.npy', npy("[('a', '<f8'), ('b', '|O')]", '(1,)', payload(2))),
    bad('objects-in-a-nested-record.npy', npy("[('a', [('b', '|O')])]", '(1,)', payload(2))),
    bad('objects-repeated.npy', npy("('|O', (2,))", '(1,)', payload(2))),
    bad('objects-of-another-order.npy', npy("'>O'", '(1,)', payload(2))),
    bad('objects-old.npy', npy("'|O4'", '(1,)', payload(0))),
    bad('objects-of-no-shape.npy', npy("'|O'", '()', payload(2))),
    bad('objects-of-none.npy', npy("'|O'", '(0,)', payload(2))),
    bad('in-an-archive.npz', zip([{ name: 'a.npy', content: npy("'|O'", '(1,)', payload(2)), deflate: true }])),
    bad(
      'second-in-an-archive.npz',
      zip([
        { name: 'a.npy', content: plainNpy('1') },
        { name: 'b.npy', content: npy("'|O'", '(1,)', payload(2)) },
      ]),
    ),
    unclear('header-is-code.npy', npy("__import__('os').getpid()", '(1,)', '')),
    unclear('key-twice.npy', npy("'<f8', 'descr': '|O'", '(1,)', payload(2))),
    unclear('more-than-the-shape.npy', npy("'<f8'", '(1,)', `${'\0'.repeat(8)}${payload(2)}`)),
    bad(
      'bytes-as-objects.pkl',
      stream(4, `${RECONSTRUCT}(K\x01K\x01\x85${dtype('O8')}\x89${shortBytes('\0'.repeat(8))}tb`),
    ),
    bad('objects-as-bytes.pkl', stream(4, `${RECONSTRUCT}(K\x01K\x01\x85${dtype('f8')}\x89]tb`)),
    bad(
      'longer-than-its-bytes.pkl',
      stream(4, `${RECONSTRUCT}(K\x01K\x09\x85${dtype('f8')}\x89${shortBytes('\0'.repeat(8))}tb`),
    ),
    bad(
      'type-that-denies-objects.pkl',
      stream(
        4,
        `${stackGlobal('numpy', 'dtype')}${short('O8')}\x89\x88\x87R(K\x03${short('|')}NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\0tb`,
      ),
    ),
    bad(
      'scalar-of-objects.pkl',
      stream(4, `${stackGlobal('numpy._core.multiarray', 'scalar')}${dtype('O8')}${shortBytes('\0'.repeat(8))}\x86R`),
    ),
  ],
})
