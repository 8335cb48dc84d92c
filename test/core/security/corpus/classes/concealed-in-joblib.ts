import { bad, defineClass, unclear } from '../define-class.ts'
import { latin1 } from '../make/bytes.ts'
import { fixture } from '../make/fixture.ts'
import { arrayData, CALL, joblibFile, wrapper } from '../make/numpy.ts'
import { bare, payload, short, stackGlobal } from '../make/pickle.ts'

const EIGHT = '\0'.repeat(8)

/** A file of joblib with an object array that holds this stream. */
const objects = (stream: string, after = '.') => `\x80\x04${wrapper(1, 'O8')}${stream}${after}`

/** Between the instructions of joblib's file stand the bytes of arrays; who cannot step over them sees nothing after the first. */
export const concealedInJoblib = defineClass({
  id: 'concealed-in-joblib',
  title: 'Payload after or inside an array of joblib',
  source: 'aisbom#91; measured on scanners',
  samples: () => [
    bad('after-the-array.joblib', joblibFile('', EIGHT, `0${CALL}.`)),
    bad('after-two-arrays.joblib', twoArrays(`0${CALL}.`)),
    bad('before-the-array.joblib', joblibFile(`${CALL}0`, EIGHT, '.')),
    bad('beside-the-array.joblib', joblibFile('(', EIGHT, `${CALL}t.`)),
    bad('as-state-after.joblib', joblibFile('', EIGHT, `${stackGlobal('os', 'environ')}}b.`)),
    bad('array-that-looks-like-the-end.joblib', joblibFile('', '.'.repeat(8), `0${CALL}.`)),
    bad('array-of-an-innocent-pickle.joblib', joblibFile('', '\x80\x04].....', `0${CALL}.`)),
    bad('in-an-object-array.joblib', objects(bare(2))),
    bad('in-an-object-array-protocol-0.joblib', objects(payload(0))),
    bad('after-an-object-array.joblib', objects('\x80\x02].', `0${CALL}.`)),
    bad('shape-shorter-than-array.joblib', joblibFile('', `0${CALL}.`, '', 0)),
    bad('of-another-class.joblib', `\x80\x04${wrapper(1, 'f8', stackGlobal('os', 'getpid'))}${arrayData(0, EIGHT)}.`),
    bad(
      'of-a-listed-class.joblib',
      `\x80\x04${wrapper(1, 'f8', stackGlobal('numpy', 'dtype'))}${arrayData(0, EIGHT)}.`,
    ),
    unclear('padding-of-a-pickle.joblib', `\x80\x04${wrapper(1)}${payload(4)}${EIGHT}.`),
    unclear(
      'no-padding-hides-a-payload.joblib',
      `\x80\x04${wrapper(3, 'f8', undefined, false)}${CALL.padEnd(24, '0')}.`,
    ),
    unclear('array-past-the-end.joblib', joblibFile('', EIGHT, '.', 200)),
    unclear('pickle-after-the-end.joblib', joblibFile('', EIGHT, `.${payload(4)}`)),
    bad(
      'words-of-joblib-only.joblib',
      payload(4).replace('.', `0${short('joblib.numpy_pickle')}${short('NumpyArrayWrapper')}.`),
    ),
    bad('old-words-of-joblib.pkl', `${payload(0)}joblib.numpy_pickle NumpyArrayWrapper`),
    bad('payload-after-an-array-of-a-fixture.joblib', fixture('joblib/payload-after-array')),
    bad('model-with-payload.joblib', latin1(fixture('joblib/model')).replace(/\.$/, `0${CALL}.`)),
  ],
})

function twoArrays(after: string): string {
  const second = `${joblibFile('(', EIGHT, '')}${wrapper(1)}`
  return `${second}${arrayData(second.length, EIGHT)}t${after}`
}
