import { bad, defineClass, unclear } from '../define-class.ts'
import { joined } from '../make/bytes.ts'
import { fixture } from '../make/fixture.ts'
import { CALL, joblibFile, npy } from '../make/numpy.ts'
import { called, globalOf, payload, stackGlobal } from '../make/pickle.ts'
import { torchLegacy, torchZip } from '../make/torch.ts'
import { zip } from '../make/zip.ts'

const RUN = `\x80\x04${CALL}`

/** The payload has run by the time the loader fails; a scanner that fails first has seen nothing. */
export const brokenStream = defineClass({
  id: 'broken-stream',
  title: 'Stream that breaks off after its payload',
  source: 'nullifAI (ReversingLabs), arXiv 2508.19774, picklescan#33',
  samples: () => [
    bad('cut-off.pkl', RUN),
    bad('unknown-instruction.pkl', `${RUN}\xff.`),
    bad('stack-empty.pkl', `${RUN}000.`),
    bad('no-mark.pkl', `${RUN}t.`),
    bad('memo-unwritten.pkl', `${RUN}h\x7f.`),
    bad('value-called.pkl', `${RUN}K\x01)R.`),
    bad('text-not-utf-8.pkl', `${RUN}\x8c\x01\xff.`),
    bad('length-past-the-end.pkl', `${RUN}B\xff\xff\xff\x7f.`),
    bad('length-negative.pkl', `${RUN}T\xff\xff\xff\xff.`),
    bad('number-no-number.pkl', 'cos\ngetpid\n(tRIx\n.'),
    bad('string-unquoted.pkl', 'cos\ngetpid\n(tRSx\n.'),
    bad('key-without-value.pkl', `${RUN}}(K\x01u.`),
    bad('built-wrongly.pkl', `${RUN}K\x01K\x02b.`),
    bad('protocol-unknown-later.pkl', `${RUN}\x80\x09.`),
    bad('import-only.pkl', `\x80\x04${stackGlobal('os', 'getpid')}`),
    bad('text.pkl', `${globalOf('os', 'getpid')}(tR`),
    bad('text-goes-on.txt', `${globalOf('os', 'getpid')}(tR and so on\n`),
    bad('zlib.joblib', fixture('zlib/broken-after-payload')),
    bad('gzip.pkl', fixture('gzip/broken-after-payload')),
    bad('after-an-array.joblib', joblibFile('', '\0'.repeat(8), `0${CALL}`)),
    bad('array-cut-off.joblib', joblibFile(`${CALL}0`, '\0', '', 9)),
    bad('in-an-array.npy', npy("'|O'", '(1,)', RUN)),
    bad('in-torch.pt', torchZip(`\x80\x02${called(2)}\xff`)),
    unclear('torch-cut-off.pt', torchZip(payload(2)).subarray(0, 60)),
    bad('torch-checksum.pt', zip([{ name: 'm/data.pkl', content: payload(2), crc: 1 }])),
    bad('legacy-cut-off.pt', torchLegacy({ object: `\x80\x02${called(2)}`, keys: '', storage: '' })),
    bad('npz-checksum.npz', zip([{ name: 'a.npy', content: npy("'|O'", '(1,)', payload(2)), crc: 1 }])),
    unclear('harmless-cut-off.pkl', '\x80\x04]'),
    unclear('harmless-unknown-instruction.pkl', '\x80\x04]\xff'),
    unclear('harmless-cut-off.joblib', joined(fixture('joblib/arrays')).subarray(0, -20)),
  ],
})
