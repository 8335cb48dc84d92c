import { bad, defineClass, unclear } from '../define-class.ts'
import { CALL, wrapper } from '../make/numpy.ts'
import { frame, shortBytes, stackGlobal } from '../make/pickle.ts'
import { torchZip } from '../make/torch.ts'

const HIDDEN = `${shortBytes(`${CALL}.`)}`

/** CPython's two unpicklers and pickletools disagree on what a frame holds. */
export const frameDivergence = defineClass({
  id: 'frame-divergence',
  title: 'Frames that readers see differently',
  source: 'cpython#154848, cpython#128853, fickling#317',
  samples: () => [
    bad('ends-inside-an-instruction.pkl', `\x80\x04${frame(`${HIDDEN}.`, 1)}`),
    bad('ends-inside-a-text.pkl', `\x80\x04${frame('\x8c\x05helloN.', 3)}`),
    bad('inside-a-frame.pkl', `\x80\x04${frame(frame('N.'), 20)}`),
    bad('inside-a-frame-before-a-payload.pkl', `\x80\x04${frame(`${frame(`${CALL}.`)}`, 12)}`),
    bad('before-a-payload.pkl', `\x80\x04${frame('N')}0${CALL}.`),
    bad('ends-inside-a-global.pkl', `\x80\x04${frame('cos\ngetpid\n)R.', 4)}`),
    unclear('past-the-end.pkl', `\x80\x04${frame('N.', 1000)}`),
    unclear('of-huge-length.pkl', `\x80\x04\x95${'\xff'.repeat(7)}\x7fN.`),
    unclear('longer-than-the-stream.pkl', `\x80\x04${frame('N.N')}`),
    bad('around-an-array.joblib', `\x80\x04${frame(`${wrapper(1)}\x0f${'\xff'.repeat(15)}${'\0'.repeat(8)}.`)}`),
    bad('in-torch.pt', torchZip(`\x80\x04${frame(`${HIDDEN}.`, 1)}`)),
    bad('named-inside.pkl', `\x80\x04${frame(`${stackGlobal('os', 'getpid')}0N.`, 2)}`),
  ],
})
