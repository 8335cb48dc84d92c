import { joined, little } from '../../core/security/corpus/make/bytes.ts'
import type { Random } from './random.ts'

/** Numbers at which lengths, counts and offsets go wrong. */
const EDGES = [
  0,
  1,
  2,
  0x7f,
  0x80,
  0xff,
  0x100,
  0x7fff,
  0x8000,
  0xffff,
  0x7fffffff,
  0x80000000,
  0xffffffff,
  2 ** 48,
  2 ** 53,
]
/** Words that a reader acts on. */
const WORDS = [
  '\x80\x04',
  '\x95',
  'cos\ngetpid\n',
  ')R',
  '.',
  'PK\x01\x02',
  'PK\x05\x06',
  'PK\x06\x07',
  '\x89HDF\r\n\x1a\n',
  'ustar',
  '|O',
  '"class_name"',
  '{%',
  '..',
  '/',
  '\0',
  '\xff\xff\xff\xff',
]

type Mutation = (bytes: Uint8Array, random: Random, others: readonly Uint8Array[]) => Uint8Array

const MUTATIONS: readonly Mutation[] = [
  function bits(bytes, random) {
    const copy = bytes.slice()
    for (let i = 0; i <= random.below(8); i++) {
      const at = random.below(copy.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8))
    }
    return copy
  },
  function values(bytes, random) {
    const copy = bytes.slice()
    for (let i = 0; i <= random.below(4); i++) copy[random.below(copy.length)] = random.below(256)
    return copy
  },
  (bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
  (bytes, random) => bytes.slice(random.below(Math.min(bytes.length, 64))),
  function lengths(bytes, random) {
    const size = random.pick([1, 2, 4, 8])
    const number = little(random.pick(EDGES) % 2 ** Math.min(8 * size, 53), size)
    const copy = bytes.slice()
    const at = random.below(Math.max(1, copy.length - size))
    const placed = random.chance(0.5) ? number : [...number].toReversed().join('')
    for (let i = 0; i < size; i++) copy[at + i] = placed.charCodeAt(i)
    return copy
  },
  function nudges(bytes, random) {
    const copy = bytes.slice()
    const at = random.below(copy.length)
    copy[at] = (copy[at] ?? 0) + random.pick([1, 255, 2, 254, 16, 240])
    return copy
  },
  function spliced(bytes, random, others) {
    const other = random.pick(others)
    return joined(bytes.subarray(0, random.below(bytes.length + 1)), other.subarray(random.below(other.length + 1)))
  },
  function moved(bytes, random) {
    const copy = bytes.slice()
    copy.copyWithin(random.below(copy.length), random.below(copy.length), random.below(copy.length + 1))
    return copy
  },
  function repeated(bytes, random) {
    const from = random.below(bytes.length)
    const part = bytes.subarray(from, from + 1 + random.below(64))
    const at = random.below(bytes.length + 1)
    return joined(bytes.subarray(0, at), ...Array.from({ length: 1 + random.below(4) }, () => part), bytes.subarray(at))
  },
  function left(bytes, random) {
    const at = random.below(bytes.length)
    return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(32)))
  },
  function put(bytes, random) {
    const at = random.below(bytes.length + 1)
    return joined(bytes.subarray(0, at), random.pick(WORDS), bytes.subarray(random.chance(0.5) ? at : at + 1))
  },
  (bytes, random, others) => joined(bytes, random.pick(others)),
]

/** A file with one to three things wrong with it. */
export function mutate(bytes: Uint8Array, random: Random, others: readonly Uint8Array[]): Uint8Array {
  let mutated = bytes
  for (let i = 0; i <= random.below(3); i++) mutated = random.pick(MUTATIONS)(mutated, random, others)
  return mutated
}
