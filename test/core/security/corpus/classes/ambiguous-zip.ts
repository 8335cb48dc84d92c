import { bad, defineClass, unclear } from '../define-class.ts'
import { joined, little } from '../make/bytes.ts'
import { fixture } from '../make/fixture.ts'
import { payload } from '../make/pickle.ts'
import { standing, stateDict, torchZip } from '../make/torch.ts'
import { type Member, zip } from '../make/zip.ts'

const GOOD = stateDict()
const RUN = payload(2)
/** torch's file whose pickle is this member. */
const withPickle = (member: Partial<Member>) => zip([{ name: 'm/data.pkl', content: GOOD, ...member }, ...standing()])

/** Readers go by the central directory, by the local headers, or search for either. */
export const ambiguousZip = defineClass({
  id: 'ambiguous-zip',
  title: 'Zip archives that readers take differently',
  source: 'CVE-2025-1944, CVE-2025-1945, CVE-2025-10156, GHSA-7q5r-8j2r',
  samples: () => [
    unclear('local-name-differs.pt', withPickle({ localName: 'm/dat_.pkl' })),
    bad('local-name-differs-with-payload.pt', withPickle({ content: RUN, localName: 'm/dat_.pkl' })),
    unclear(
      'central-name-differs-with-payload.pt',
      withPickle({ content: RUN, name: 'm/dat_.pkl', localName: 'm/data.pkl' }),
    ),
    unclear('encrypted.pt', withPickle({ flags: 1 })),
    bad('encrypted-with-payload.pt', withPickle({ content: RUN, flags: 1 })),
    unclear('encrypted-says-one-header.pt', withPickle({ flags: 0, localFlags: 1 })),
    unclear('strong-encryption.pt', withPickle({ flags: 0x40 })),
    unclear('patch-data.pt', withPickle({ flags: 0x20 })),
    unclear('masked-headers.pt', withPickle({ flags: 0x2000 })),
    unclear('checksum-wrong.pt', withPickle({ crc: 1 })),
    bad('checksum-wrong-with-payload.pt', withPickle({ content: RUN, crc: 1 })),
    unclear('size-wrong.pt', withPickle({ deflate: true, size: 3 })),
    bad('size-wrong-with-payload.pt', withPickle({ content: RUN, deflate: true, size: 3 })),
    unclear('method-unknown.pt', withPickle({ method: 12 })),
    unclear('method-lzma-with-payload.pt', withPickle({ content: RUN, method: 14 })),
    unclear('stored-but-said-to-be-deflated.pt', withPickle({ method: 8 })),
    unclear('something-before.pt', torchZip(GOOD, [], { before: 'x' })),
    bad('something-before-with-payload.pt', torchZip(RUN, [], { before: '#!/bin/sh\n' })),
    unclear('something-after.pt', torchZip(GOOD, [], { after: '\0' })),
    bad('something-after-with-payload.pt', torchZip(RUN, [], { after: 'x'.repeat(100) })),
    unclear('comment.pt', torchZip(GOOD, [], { comment: 'comment' })),
    unclear(
      'archive-in-the-comment.pt',
      torchZip(GOOD, [], { comment: new TextDecoder('latin1').decode(torchZip(RUN)) }),
    ),
    unclear('two-archives.pt', joined(torchZip(RUN), torchZip(GOOD))),
    bad('name-twice.pt', torchZip(GOOD, [{ name: 'm/data.pkl', content: RUN }])),
    unclear('name-twice-but-for-a-slash.pt', torchZip(GOOD, [{ name: 'm/version/', content: '' }])),
    unclear('member-of-no-directory.pt', torchZip(GOOD, [{ name: 'm/extra.pkl', content: RUN, only: 'local' }])),
    unclear(
      'member-before-all.pt',
      zip([{ name: 'm/data.pkl', content: RUN, only: 'local' }, { name: 'm/data.pkl', content: GOOD }, ...standing()]),
    ),
    unclear('member-without-bytes.pt', torchZip(GOOD, [{ name: 'm/x', content: '', only: 'central' }])),
    unclear('fewer-members-than-said.pt', torchZip(GOOD, [], { more: 1 })),
    unclear('more-members-than-said.pt', torchZip(GOOD, [], { more: -1 })),
    unclear('gap.pt', torchZip(GOOD, [], { middle: 'PK\x03\x04' })),
    unclear('name-leaves.pt', torchZip(GOOD, [{ name: '../m/x', content: '' }])),
    unclear('name-absolute.pt', torchZip(GOOD, [{ name: '/m/x', content: '' }])),
    unclear('name-on-a-drive.pt', torchZip(GOOD, [{ name: 'C:m', content: '' }])),
    unclear('name-with-backslash.pt', torchZip(GOOD, [{ name: 'm\\data.pkl', content: RUN }])),
    unclear('name-with-null.pt', torchZip(GOOD, [{ name: 'm/data.pkl\0.txt', content: RUN }])),
    unclear('name-of-another-code-page.pt', torchZip(GOOD, [{ name: 'm/\x80', content: '' }])),
    unclear('unicode-path.pt', withPickle({ extra: `up${little(15, 2)}\x01${little(0, 4)}m/data.pkl` })),
    unclear('extra-cut-off.pt', withPickle({ extra: 'UT\x09\0x' })),
    unclear('zip64-not-asked-for.pt', withPickle({ extra: `\x01\0${little(16, 2)}${little(1, 8)}${little(1, 8)}` })),
    unclear('symbolic-link.pt', withPickle({ attributes: 0xa1ff0000 })),
    unclear('member-comment.pt', withPickle({ comment: 'PK\x05\x06' })),
    unclear('in-upper-case.pt', torchZip(GOOD, [{ name: 'm/DATA.PKL', content: RUN }])),
    bad('wrong-extension-inside.zip', zip([{ name: 'notes.txt', content: RUN }])),
    bad(
      'wrong-extension-inside.npz',
      zip([
        { name: 'a.npy', content: fixture('npy/numbers') },
        { name: 'b', content: fixture('npy/objects-with-payload') },
      ]),
    ),
    unclear('pickle-inside.npz', zip([{ name: 'a.npy', content: RUN }])),
    unclear('end-only.zip', 'PK\x05\x06'.padEnd(22, '\0')),
  ],
})
