import { decodeStrictly } from '../bytes.ts'
import type { Source } from '../content/source.ts'
import { wholeOf } from '../content/whole-of.ts'

/** What torch writes beside the pickle and the storages (caffe2/serialize/inline_container.cc, torch/serialization.py), and what it may hold. */
const KNOWN: ReadonlyMap<string, RegExp> = new Map([
  ['version', /^\d{1,3}\n?$/],
  ['byteorder', /^little$/],
  ['.format_version', /^1$/],
  ['.storage_alignment', /^\d{1,5}$/],
  ['.data/serialization_id', /^\d{1,64}$/],
])

/** Why this small member of a torch file is not as torch writes it. */
export function smallMemberFault(name: string, content: Source): string | undefined {
  const known = KNOWN.get(name)
  if (!known) return `Expected only what torch.save writes but found something else`
  const text = content.size > 100 ? undefined : decodeStrictly(wholeOf(content))
  return text !== undefined && known.test(text)
    ? undefined
    : `Expected what torch.save writes there but found something else`
}
