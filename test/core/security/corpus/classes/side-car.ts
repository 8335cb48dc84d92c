import { bad, defineClass, unclear } from '../define-class.ts'
import { fixture } from '../make/fixture.ts'
import { npy } from '../make/numpy.ts'
import { globalOf, payload, short, stackGlobal, stream, unicode } from '../make/pickle.ts'

const STATE = `}(${short('filename')}${short('../../x.npy')}${short('subclass')}${stackGlobal('numpy', 'ndarray')}ub`

/** joblib before 0.10 reads arrays from other files, pickled objects allowed. */
export const sideCar = defineClass({
  id: 'side-car',
  title: 'Arrays in files beside a joblib file',
  source: 'joblib/numpy_pickle_compat.py',
  samples: () => [
    bad('wrapper.joblib', stream(4, `${stackGlobal('joblib.numpy_pickle', 'NDArrayWrapper')})\x81${STATE}`)),
    bad(
      'wrapper-compat.joblib',
      stream(4, `${stackGlobal('joblib.numpy_pickle_compat', 'NDArrayWrapper')})\x81${STATE}`),
    ),
    bad('z-wrapper.joblib', stream(4, `${stackGlobal('joblib.numpy_pickle', 'ZNDArrayWrapper')})\x81${STATE}`)),
    bad(
      'protocol-2.joblib',
      stream(
        2,
        `${globalOf('joblib.numpy_pickle', 'NDArrayWrapper')})\x81}${unicode('filename')}${unicode('x.npy')}sb`,
      ),
    ),
    bad('array-beside.joblib', fixture('joblib/side-car-array'), {
      'array-beside.joblib_01.npy': npy("'|O'", '(1,)', payload(4)),
    }),
    bad('m.joblib_01.npy', npy("'|O'", '(1,)', payload(4))),
    unclear('old.joblib', `ZF0x1d                 ${payload(2)}`),
  ],
})
