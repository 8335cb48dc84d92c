import { bad, defineClass, unclear } from '../define-class.ts'
import { joined } from '../make/bytes.ts'
import { fixture } from '../make/fixture.ts'
import { npy } from '../make/numpy.ts'
import { payload, stream } from '../make/pickle.ts'
import { torchLegacy, torchZip } from '../make/torch.ts'

const HARMLESS = stream(4, ']')

/** A loader that goes on where a scanner ends. */
export const furtherStream = defineClass({
  id: 'further-stream',
  title: 'Several pickles, and data after STOP',
  source: 'measured on scanners; fickling, modelscan (first pickle only)',
  samples: () => [
    unclear('second-pickle.pkl', `${HARMLESS}${HARMLESS}`),
    unclear('second-pickle-with-payload.pkl', `${HARMLESS}${payload(4)}`),
    unclear('payload-after-text.pkl', `${HARMLESS}\n\n${payload(0)}`),
    bad('payload-first.pkl', `${payload(2)}${HARMLESS}`),
    unclear('a-byte-after.pkl', `${HARMLESS}\n`),
    unclear('zeros-after.pkl', `${HARMLESS}${'\0'.repeat(512)}`),
    unclear('after-a-model.joblib', joined(fixture('joblib/model'), payload(4))),
    unclear('after-an-array.npy', joined(npy("'|O'", '(1,)', HARMLESS), payload(4))),
    unclear('after-numbers.npy', joined(npy("'<f8'", '(1,)', '\0'.repeat(8)), payload(4))),
    bad('legacy-as-magic.pt', torchLegacy({ magic: `${payload(2)}` })),
    bad('legacy-as-protocol.pt', torchLegacy({ protocol: payload(2) })),
    bad('legacy-as-system.pt', torchLegacy({ system: payload(2) })),
    bad('legacy-as-object.pt', torchLegacy({ object: payload(2) })),
    bad('legacy-as-keys.pt', torchLegacy({ keys: payload(2) })),
    unclear('legacy-sixth.pt', torchLegacy({ after: payload(2) })),
    bad('legacy-two-objects.pt', torchLegacy({ object: `${stream(2, ']')}${payload(2)}` })),
    unclear('torch-two.pt', torchZip(`${stream(2, ']')}${payload(2)}`)),
    unclear('torch-other-pickle.pt', torchZip(stream(2, '}'), [{ name: 'm/other.pkl', content: payload(2) }])),
  ],
})
