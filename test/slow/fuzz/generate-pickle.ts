import * as lists from '../../../src/core/security/allowlists/index.ts'
import { bytes } from '../../core/security/corpus/define-class.ts'
import { little } from '../../core/security/corpus/make/bytes.ts'
import { frame, globalOf, short, shortBytes, stackGlobal, unicode } from '../../core/security/corpus/make/pickle.ts'
import { instructionsOf } from './instructions.ts'
import type { Random } from './random.ts'

const LISTED = Object.values(lists).flatMap(({ names }) =>
  Object.entries(names).flatMap(([module, listed]) =>
    listed.split(' ').map((name): [string, string] => [module, name.replace(/\[.*/, '')]),
  ),
)
/** Harmless whatever is done with them: a spy resolves none. */
const UNLISTED: readonly [string, string][] = [
  ['os', 'getpid'],
  ['builtins', 'getattr'],
  ['numpy', 'load'],
  ['torch', 'serialization.os.getpid'],
  ['copyreg', 'add_extension'],
  ['__builtin__', 'eval'],
  ['itertools', 'izip'],
  ['numpy.core', 'multiarray'],
]

const GENERATED: readonly ((random: Random) => string)[] = [
  random => named(random),
  random => named(random),
  random => `${named(random)})R`,
  random => `${named(random)})\x81`,
  random => `${named(random)}${value(random)}\x85R`,
  random => `${named(random)}(${value(random)}${value(random)}tR`,
  random => `${named(random)})\x81}${short('a')}${value(random)}sb`,
  random => `${named(random)}}b`,
  random => `(${named(random)}${value(random)}o`,
  random => `(i${random.pick(UNLISTED).join('\n')}\n`,
  random => value(random),
  random => `${value(random)}0`,
  random => `${named(random)}0`,
  random => `(${value(random)}${named(random)}1`,
  random => `${random.pick(['q', 'h'])}${little(random.below(6), 1)}`,
  random =>
    random.pick([
      '\x94',
      '0',
      '1',
      '2',
      '(',
      't',
      'l',
      'd',
      'a',
      'e',
      's',
      'u',
      '\x90',
      '\x91',
      'R',
      '\x81',
      '\x92',
      'b',
      '\x93',
      'o',
      'Q',
      '\x85',
      '\x86',
      '\x87',
      '.',
      'N',
      '\x97',
      '\x98',
    ]),
  random => `${random.pick(['p', 'g'])}${random.pick(['0', '1', '2', ' 1', '01', '+1', '1_0', '-1', ''])}\n`,
  random => `\x80${little(random.below(7), 1)}`,
  random => frame(value(random), random.pick([0, 1, 2, 3, 9, 1000])),
  random => `${short(random.pick(LISTED)[0])}\x94${short(random.pick(LISTED)[1])}\x94\x93`,
  random => `\x82${little(random.below(3), 1)}`,
  random => `P${random.below(9)}\n`,
  random =>
    `${random.pick(['I', 'L', 'F', 'S', 'V'])}${random.pick(['1', '01', '00', '1L', ' 1', "'a'", '"', '\\u0041', '1e5', 'nan', '0x1', ''])}\n`,
]

function named(random: Random): string {
  const [module, name] = random.chance(0.85) ? random.pick(LISTED) : random.pick(UNLISTED)
  return random.chance(0.5) ? globalOf(module, name) : stackGlobal(module, name)
}

function value(random: Random): string {
  const atoms = [
    'N',
    'K\x01',
    'M\x01\x02',
    'J\xff\xff\xff\xff',
    '\x88',
    '\x89',
    `G${'\0'.repeat(8)}`,
    ')',
    ']',
    '}',
    '\x8f',
    short('a'),
    unicode('b'),
    shortBytes('c'),
    `\x8a\x01\x05`,
    `\x96${little(1, 8)}x`,
    'I1\n',
    "S'x'\n",
    'F1.5\n',
  ]
  if (random.chance(0.8)) return random.pick(atoms)
  return random.pick([
    `${random.pick(atoms)}\x85`,
    `]${random.pick(atoms)}a`,
    `(${random.pick(atoms)}${random.pick(atoms)}t`,
    `}${short('k')}${random.pick(atoms)}s`,
    named(random),
  ])
}

/** A stream of instructions from nowhere, or one of a library with some of its instructions changed. */
export function generatePickle(random: Random, models: readonly Uint8Array[]): Uint8Array {
  const pieces = random.chance(0.4) ? fromNowhere(random) : changedModel(random, models)
  return bytes(pieces.join(''))
}

function fromNowhere(random: Random): string[] {
  const start = random.chance(0.85) ? [`\x80${little(random.below(6), 1)}`] : []
  const length = 1 + random.below(12)
  return [...start, ...Array.from({ length }, () => random.pick(GENERATED)(random)), '.']
}

function changedModel(random: Random, models: readonly Uint8Array[]): string[] {
  const pieces = instructionsOf(random.pick(models))
  const changes = random.chance(0.6) ? 1 : 1 + random.below(4)
  for (let i = 0; i < changes; i++) {
    const at = random.below(pieces.length)
    const other = random.below(pieces.length)
    const change = random.below(7)
    if (change === 0) pieces.splice(at, 1)
    else if (change === 1) pieces.splice(at, 0, pieces[other] ?? '')
    else if (change === 2) pieces[at] = random.pick(GENERATED)(random)
    else if (change === 3) pieces.splice(at, 0, random.pick(GENERATED)(random))
    else if (change === 4) [pieces[at], pieces[other]] = [pieces[other] ?? '', pieces[at] ?? '']
    else if (change === 5) pieces[at] = pieces[other] ?? ''
    else pieces.splice(at, 0, ...pieces.slice(other, other + random.below(8)))
  }
  return random.chance(0.5) ? pieces : pieces.filter(piece => !piece.startsWith('\x95'))
}
