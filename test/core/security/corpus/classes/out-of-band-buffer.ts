import { bad, defineClass } from '../define-class.ts'
import { stackGlobal, stream } from '../make/pickle.ts'

/** Bytes that are somewhere else. */
export const outOfBandBuffer = defineClass({
  id: 'out-of-band-buffer',
  title: 'NEXT_BUFFER and READONLY_BUFFER',
  source: 'PEP 574; fickling has no handler for either',
  samples: () => [
    bad('next-buffer.pkl', stream(5, '\x97')),
    bad('readonly-buffer.pkl', stream(5, '\x97\x98')),
    bad('before-a-payload.pkl', stream(5, `\x970${stackGlobal('os', 'getpid')})R`)),
  ],
})
