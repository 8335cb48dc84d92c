import { bad, defineClass, unclear } from '../define-class.ts'
import { joined, latin1, little } from '../make/bytes.ts'
import { fixture } from '../make/fixture.ts'
import { plainNpy } from '../make/numpy.ts'
import { called, payload, stream } from '../make/pickle.ts'
import { tar } from '../make/tar.ts'
import { torchZip } from '../make/torch.ts'
import { zip } from '../make/zip.ts'

/** Two formats in one file: scanned as one, loaded as the other. */
export const polyglot = defineClass({
  id: 'polyglot',
  title: 'Files of two formats at once',
  source: 'Trail of Bits polyglots of safetensors and torch; fickling polyglot module',
  samples: () => [
    bad('pickle-that-is-safetensors', pickleSafetensors()),
    // It has no end, but what it imports is imported before that is missed.
    bad('endless-pickle-that-is-safetensors', pickleSafetensors().with(-3, 0x39).with(-2, 0x39).with(-1, 0x39)),
    bad('array-before-an-archive.npy', plainNpy(torchZip(payload(2)))),
    bad('safetensors-before-an-archive.safetensors', tensorsOf(torchZip(payload(2)))),
    bad('text-before-an-archive.txt', joined('notes\n', torchZip(payload(2)))),
    bad('pickle-before-an-archive.pkl', joined(payload(4), torchZip(stream(2, '}')))),
    unclear('harmless-pickle-before-an-archive.pkl', joined(stream(4, ']'), zip([{ name: 'x', content: 'x' }]))),
    unclear('array-that-is-a-tar.npy', arrayTar('v7')),
    unclear('array-that-is-a-tar-of-posix.npy', arrayTar('ustar')),
    unclear('safetensors-that-is-a-tar.safetensors', tensorTar()),
    bad('csv-that-is-a-pickle.csv', 'cos\ngetpid\n(tR.'),
    bad('card-that-is-a-pickle.md', 'cos\ngetpid\n(tR.\n# Model\n'),
    bad('float-that-is-a-pickle.bin', `G${'\0'.repeat(8)}0cos\ngetpid\n(tR.`),
    bad('joblib-that-is-a-pickle.joblib', joined(payload(0), fixture('joblib/arrays'))),
    bad('archive-of-numpy-and-torch.npz', torchZip(payload(2), [{ name: 'a.npy', content: fixture('npy/numbers') }])),
    unclear(
      'archive-of-keras-and-skops',
      zip([
        { name: 'config.json', content: '{}' },
        { name: 'schema.json', content: '{}' },
      ]),
    ),
    bad('gguf-as-pickle', `GGUF\x03\0\0\0\x000${called(0)}.`),
  ],
})

/** The header's length begins with V, which takes the header for its text up to the line's end; the data are instructions. */
function pickleSafetensors(): Uint8Array {
  const data = `0${called(0)}.`
  const header = `{"a":{"dtype":"U8","shape":[${data.length}],"data_offsets":[0,${data.length}]}`.padEnd(0x156 - 2)
  return joined(little(0x156, 8), `${header}\n}`, data)
}

function tensorsOf(data: Uint8Array): Uint8Array {
  const header = `{"a":{"dtype":"U8","shape":[${data.length}],"data_offsets":[0,${data.length}]}}`
  return joined(little(header.length, 8), header, data)
}

/** A tar archive whose first name begins as an .npy file does. */
function arrayTar(form: 'ustar' | 'v7'): Uint8Array {
  const content = `${'\0'.repeat(512)}`
  const inner = latin1(tar('x', content, form))
  const array = latin1(plainNpy('\0'.repeat(inner.length + 384)))
  return withChecksum(
    `${array.slice(0, 128)}${`0\0`.padEnd(8)}${'0'.repeat(12)}${' '.repeat(8)}0${'\0'.repeat(100)}${form === 'ustar' ? 'ustar\x0000' : ''}`.padEnd(
      512,
      '\0',
    ),
    array.slice(512),
  )
}

function tensorTar(): Uint8Array {
  const entry = (length: number) => `{"a":{"dtype":"U8","shape":[${length}],"data_offsets":[0,${length}]}}`
  const header = entry(2048).padEnd(120)
  const start = `${little(120, 8)}${header}`
  return withChecksum(
    `${start}${`0\0`.padEnd(8)}${'0'.repeat(12)}${' '.repeat(8)}0`.padEnd(512, '\0'),
    '\0'.repeat(2048 - 384),
  )
}

/** The first 512 bytes with the checksum of a tar header at 148. */
function withChecksum(head: string, rest: string): Uint8Array {
  const blank = `${head.slice(0, 148)}${' '.repeat(8)}${head.slice(156)}`
  const sum = [...blank].reduce((total, character) => total + character.charCodeAt(0), 0)
  return joined(`${blank.slice(0, 148)}${sum.toString(8).padStart(6, '0')}\0 ${blank.slice(156)}`, rest)
}
