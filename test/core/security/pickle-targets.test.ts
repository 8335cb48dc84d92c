import { describe, expect, it } from 'vitest'
import { memorySource } from '../../../src/core/security/content/memory-source.ts'
import { readPickle } from '../../../src/core/security/pickle/read-pickle.ts'

const bytes = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))
const name = (module: string, qualname: string) =>
  `${[module, qualname].map(text => `\x8c${String.fromCharCode(text.length)}${text}`).join('')}\x93`

/** Instructions that change what lies below their operands. */
const CHANGES: Readonly<Record<string, string>> = {
  BUILD: '}b',
  SETITEM: '\x8c\x01kNs',
  SETITEMS: '(\x8c\x01kNu',
  APPEND: 'Na',
  APPENDS: '(Ne',
  ADDITEMS: '(N\x90',
}
const ESTIMATOR = name('sklearn.linear_model._logistic', 'LogisticRegression')

/** What the stream did not make, and what no library's own files change. */
const NEVER: Readonly<Record<string, string>> = {
  'an imported function': name('numpy', 'mean'),
  'an imported class': ESTIMATOR,
  'an imported dict class': name('collections', 'OrderedDict'),
  'an imported list class': name('collections', 'deque'),
  'an imported set class': name('builtins', 'set'),
  'an imported value': name('pandas', 'NA'),
  'an import that was given a name in the memo': `${name('numpy', 'mean')}\x940h\x00`,
  'an unlisted dict': name('os', 'environ'),
  'what an unlisted call gave': `${name('os', 'getcwd')})R`,
  'an object from outside': '\x8c\x01xQ',
  'a tuple': ')',
  'a text': '\x8c\x01x',
  'a number': 'K\x01',
  nothing: 'N',
}

describe.each(Object.entries(CHANGES))('%s', (_, change) => {
  it.each(Object.entries(NEVER))('never changes %s', (_, target) => {
    const machine = readPickle(memorySource(bytes(`\x80\x04${target}${change}.`)), 0, 'refused')
    expect(machine.refused > 0 || machine.halted !== undefined).toBe(true)
    const about = machine.refusals.some(
      ({ kind, further }) => kind === 'change' || further === 'changed' || further === 'called',
    )
    expect(about || machine.refusals.some(({ kind }) => kind === 'opcode' || kind === 'import')).toBe(true)
  })
})

it.each([
  ['a dict', '}', ['SETITEM', 'SETITEMS']],
  ['a list', ']', ['APPEND', 'APPENDS']],
  ['a set', '\x8f', ['ADDITEMS']],
  ['an ordered dict', `${name('collections', 'OrderedDict')})R`, ['SETITEM', 'SETITEMS', 'BUILD']],
  ['a deque', `${name('collections', 'deque')})R`, ['APPEND', 'APPENDS']],
  ['a bunch', `${name('sklearn.utils._bunch', 'Bunch')})\x81`, ['SETITEM', 'SETITEMS', 'BUILD']],
  ['an estimator', `${ESTIMATOR})\x81`, ['BUILD']],
])('of %s made in the stream, only its own instructions change it', (_, made, own) => {
  const may = Object.keys(CHANGES).filter(
    key => readPickle(memorySource(bytes(`\x80\x04${made}${CHANGES[key]}.`)), 0, 'refused').refused === 0,
  )
  expect(may.toSorted()).toEqual(own.toSorted())
})
