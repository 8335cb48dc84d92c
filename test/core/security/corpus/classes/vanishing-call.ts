import { bad, defineClass } from '../define-class.ts'
import { CALL, joblibFile } from '../make/numpy.ts'
import { called, globalOf, stackGlobal, stream } from '../make/pickle.ts'
import { stateDict, torchZip } from '../make/torch.ts'

/** What is called leaves no trace in what is loaded. */
export const vanishingCall = defineClass({
  id: 'vanishing-call',
  title: 'Calls whose outcome is thrown away',
  source: 'fickling GHSA-mxhj-88fx-4pcv',
  samples: () => [
    bad('obj-popped.pkl', stream(2, `(${globalOf('os', 'getpid')}o0K\x01`)),
    bad('inst-popped.pkl', stream(0, '(ios\ngetpid\n0I1\n')),
    bad('reduce-popped.pkl', stream(4, `${CALL}0K\x01`)),
    bad('newobj-popped.pkl', stream(4, `${stackGlobal('os', 'getpid')})\x810N`)),
    bad('newobj-ex-popped.pkl', stream(4, `${stackGlobal('os', 'getpid')})}\x920N`)),
    bad('popped-to-the-mark.pkl', stream(4, `(${CALL}1N`)),
    bad('popped-with-others.pkl', stream(4, `(K\x01${CALL}K\x021]`)),
    bad('in-a-tuple-popped.pkl', stream(4, `${CALL}\x850N`)),
    bad('as-a-key-popped.pkl', stream(2, `}${called(2)}K\x01s0N`)),
    bad('memo-overwritten.pkl', stream(4, `${CALL}q\x000Nq\0`)),
    bad('import-popped.pkl', stream(4, `${stackGlobal('os', 'getpid')}0N`)),
    bad('built-and-popped.pkl', stream(4, `${CALL}}b0N`)),
    bad('before-an-array.joblib', joblibFile(`${CALL}0`, '\0'.repeat(16), '.')),
    bad('in-torch.pt', torchZip(stateDict(`${called(2)}0`))),
  ],
})
