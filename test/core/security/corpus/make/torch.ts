import { little } from './bytes.ts'
import { called, globalOf, stream, unicode } from './pickle.ts'
import { type Envelope, type Member, zip } from './zip.ts'

/** A state dict of one tensor of two floats, as protocol 2 writes it; `more` is put into the dict. */
export const stateDict = (more = '', storage = storageId()): string =>
  stream(2, `${globalOf('collections', 'OrderedDict')})R${unicode('weight')}${tensor(storage)}s${more}`)

/** A tensor made of a storage. */
export const tensor = (storage = storageId(), size = 2): string =>
  `${globalOf('torch._utils', '_rebuild_tensor_v2')}(${storage}K\0K${little(size, 1)}\x85K\x01\x85\x89${globalOf('collections', 'OrderedDict')})RtR`

export const storageId = (key = '0', items = 2, type = 'FloatStorage', word = 'storage', device = 'cpu'): string =>
  `(${unicode(word)}${globalOf('torch', type)}${unicode(key)}${unicode(device)}K${little(items, 1)}tQ`

/** torch's zip archive of this pickle. */
export const torchZip = (pickle: string, more: readonly Member[] = [], envelope?: Envelope, data = 8): Uint8Array =>
  zip([{ name: 'm/data.pkl', content: pickle }, ...standing(data), ...more], envelope)

/** What torch writes beside the pickle. */
export const standing = (data = 8): Member[] => [
  { name: 'm/byteorder', content: 'little' },
  { name: 'm/data/0', content: '\0'.repeat(data) },
  { name: 'm/version', content: '3\n' },
]

export const MAGIC = '\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.'
const SYSTEM = `\x80\x02}q\0(${unicode('protocol_version')}M\xe9\x03${unicode('little_endian')}\x88${unicode('type_sizes')}}u.`

/** torch's file from before 1.6. */
export const torchLegacy = ({
  magic = MAGIC,
  protocol = '\x80\x02M\xe9\x03.',
  system = SYSTEM,
  object = stateDict(''),
  keys = `\x80\x02]q\0${unicode('0')}a.`,
  storage = `${little(2, 8)}${'\0'.repeat(8)}`,
  after = '',
} = {}): string => `${magic}${protocol}${system}${object}${keys}${storage}${after}`

export const CALL_2 = called(2)
