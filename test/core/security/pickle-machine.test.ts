import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { memorySource } from '../../../src/core/security/content/memory-source.ts'
import { decompress } from '../../../src/core/security/decompress.ts'
import { inspectFile } from '../../../src/core/security/inspect-file.ts'
import { readsAsPickle } from '../../../src/core/security/pickle/inspect-pickle.ts'
import { OPCODES, readPickle } from '../../../src/core/security/pickle/read-pickle.ts'

const bytes = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))
const inspect = async (content: Uint8Array) => (await inspectFile(content, { decompress })).inspection
const model = (name: string) => readFileSync(new URL(`../../../examples/credit/${name}`, import.meta.url))

/** Codes by protocol, from CPython 3.14's Lib/pickletools.py. */
const CODES: Record<number, string> = {
  0: 'IL SN V F a l t d s 0 2 ( g p c R b i P .'.replaceAll(' ', ''),
  1: 'JKMTUXG]e)}u1hjqro Q'.replace(' ', ''),
  2: '\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b',
  3: 'BC',
  4: '\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95',
  5: '\x96\x97\x98',
}

it('knows all 68 instructions, each under its code and protocol', () => {
  const known = OPCODES.flatMap(opcode => (opcode ? [[opcode.code, opcode.protocol]] : []))
  const expected = Object.entries(CODES).flatMap(([protocol, codes]) =>
    Array.from(codes, code => [code.charCodeAt(0), Number(protocol)]),
  )
  expect(known).toHaveLength(68)
  expect(known.toSorted()).toEqual(expected.toSorted())
})

it.each([
  ['model-champion.joblib', 'joblib'],
  ['model-champion.pkl', 'pickle'],
  ['model-forest.joblib', 'zlib'],
])('passes the example %s without a finding', async (name, format) => {
  const found = await inspectFile(model(name), { decompress })
  expect(found).toMatchObject({ format, inspection: { status: 'pass', findings: [], found: 0 } })
  expect(found.inspection.globals).toBeGreaterThan(5)
})

it('says at which byte a name is imported, that it is called, and what to do', async () => {
  const { status, reason, hint, findings } = await inspect(bytes('\x80\x04\x8c\x02os\x8c\x06getcwd\x93)R.'))
  expect({ status, findings }).toEqual({
    status: 'fail',
    findings: [{ offset: 14, name: 'os.getcwd', reason: 'is imported and called and not on the allow list' }],
  })
  expect(reason).toContain('os.getcwd')
  expect(hint).toMatch(/safetensors.*allow list/)
})

it('keeps the first hundred findings of many, and their number', async () => {
  const one = '\x8c\x02os\x8c\x01x\x930'
  const { findings, found, reason } = await inspect(bytes(`\x80\x04${one.repeat(500)}N.`))
  expect([findings.length, found]).toEqual([100, 500])
  expect(reason).toContain('(and 499 more)')
})

it('numpy.core and numpy._core are one, and Python 2 names count only before protocol 3', () => {
  const globals = (stream: string) => [...readPickle(memorySource(bytes(stream)), 0, 'refused').globals.keys()]
  expect(globals('\x80\x02cnumpy.core.multiarray\nscalar\n.')).toEqual(['numpy._core.multiarray.scalar'])
  expect(globals('\x80\x02c__builtin__\nset\n.')).toEqual(['builtins.set'])
  expect(globals('\x80\x02c__builtin__\nxrange\n.')).toEqual(['builtins.range'])
  expect(globals('\x80\x03c__builtin__\nset\n.')).toEqual([])
})

it('joblib’s stand-in for an array is allowed only where joblib reads it', () => {
  const stream = bytes('\x80\x02cjoblib.numpy_pickle\nNumpyArrayWrapper\n.')
  expect(readPickle(memorySource(stream), 0, 'replayed').refused).toBe(0)
  expect(readPickle(memorySource(stream), 0, 'refused').refused).toBe(1)
})

it('deep nesting takes no more than its length', async () => {
  const { status } = await inspect(bytes(`\x80\x02)${'\x85'.repeat(1_000_000)}.`))
  expect(status).toBe('pass')
})

it.each([
  'N',
  '#!/bin/sh\necho hello\n',
  'import os\nprint(1)\n',
  'catboost\nnumpy\n',
  'I am\nLate\nV\nFor\n',
  'Pickles\n(lp0\n',
])('ordinary text is no pickle: %j', text => expect(readsAsPickle(memorySource(bytes(text)))).toBe(false))

it.each([
  'cos\ngetcwd\n(tR.',
  'cos\ngetcwd\n(tRgarbage',
  '(ios\ngetcwd\nx',
  '(cos\ngetcwd\no!',
  'cos\ngetcwd\np 0\n0g0\n(tR.',
  'I 0_1\n0L2\n0F3\n0Sno\n',
])('what a loader would run is told: %j', text => {
  expect(readsAsPickle(memorySource(bytes(text)))).toBe(text.includes('getcwd'))
})
