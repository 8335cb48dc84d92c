import { describe, expect, it } from 'vitest'
import { nodeCodecs } from '../../../src/codecs/node-codecs.ts'
import { artefactCheck } from '../../../src/core/security/artefact-check.ts'
import type { Inspection } from '../../../src/core/security/format.ts'
import { inspectFile } from '../../../src/core/security/inspect-file.ts'
import { matchWaiver } from '../../../src/core/security/waivers/match-waiver.ts'
import { waiveFindings } from '../../../src/core/security/waivers/waive-findings.ts'
import { Waiver } from '../../../src/core/security/waivers/waiver.ts'
import { waiverChanges } from '../../../src/core/security/waivers/waiver-changes.ts'
import { waiversCheck } from '../../../src/core/security/waivers/waivers-check.ts'

const A = 'a'.repeat(64)
const B = 'b'.repeat(64)
const NOW = new Date('2026-06-01T12:00:00Z')
const accountable = { reason: 'Our own encoder', owner: '@acme/risk', expires: '2026-12-31' }
const waive = (name: string, change: object = {}) =>
  Waiver.parse({ rule: 'artefact', name, sha256: A, ...accountable, ...change })
const at = (list: readonly Waiver[], now = NOW) => ({ list, now })

const bytes = (text: string) => Buffer.from(text, 'latin1')
const one = (module: string, name: string) =>
  `\x8c${String.fromCharCode(module.length)}${module}\x8c${String.fromCharCode(name.length)}${name}\x93)R0`
const inspect = (content: Uint8Array) => inspectFile(content, nodeCodecs())
const judged = async (content: Uint8Array, list: readonly Waiver[], sha256 = A) => {
  const file = await inspect(content)
  const { inspection, waivers } = waiveFindings(file, sha256, at(list))
  return artefactCheck('m.pkl', { ...file, inspection }, waivers)
}

describe('a waiver', () => {
  const found = { rule: 'artefact', names: ['x.Y'], of: A } as const

  it('holds to the end of its last day, in UTC', () => {
    const list = [waive('x.Y')]
    expect(matchWaiver(at(list, new Date('2026-12-31T23:59:59Z')), found)).toHaveProperty('waiver')
    expect(matchWaiver(at(list, new Date('2027-01-01T00:00:00Z')), found)).toEqual({
      missed: 'the waiver of x.Y expired on 2026-12-31',
    })
  })

  it('is for one content, one name and one rule, and says what it misses by', () => {
    expect(matchWaiver(at([waive('x.Y', { sha256: B })]), found)).toEqual({
      missed: 'the waiver of x.Y is for bbbbbbbbbbbb, and this is aaaaaaaaaaaa',
    })
    expect(matchWaiver(at([waive('x.y'), waive('x.Y.Z'), waive('x')]), found)).toEqual({})
    const other = Waiver.parse({ rule: 'vulnerabilities', name: 'x.Y', package: `x@${A}`, ...accountable })
    expect(matchWaiver(at([other]), found)).toEqual({})
  })

  it.each([
    ['without a reason', { reason: '' }],
    ['without an owner', { owner: undefined }],
    ['for ever', { expires: undefined }],
    ['until no day', { expires: '2026-02-30' }],
    ['for any content', { sha256: '*' }],
  ])('%s is none', (_, change) => {
    expect(() => waive('x.Y', change)).toThrow()
  })
})

describe('a file', () => {
  const mine = bytes(`\x80\x04${one('mylib', 'Encoder')}N.`)
  const both = bytes(`\x80\x04${one('mylib', 'Encoder')}${one('os', 'getcwd')}N.`)

  it('whose every finding is waived warns, and keeps showing what it would do', async () => {
    const check = await judged(mine, [waive('mylib.Encoder')])
    expect(check).toMatchObject({
      status: 'warn',
      reason: expect.stringMatching(
        /^m\.pkl: Waived by the policy: mylib\.Encoder until 2026-12-31 \(by @acme\/risk\): Expected/,
      ),
      locations: [{ note: expect.stringContaining('mylib.Encoder is imported and called'), waiver: 0 }],
      waivers: [{ name: 'mylib.Encoder', reason: 'Our own encoder' }],
    })
  })

  it('that does one thing more fails, by that thing', async () => {
    const check = await judged(both, [waive('mylib.Encoder')])
    expect(check.status).toBe('fail')
    expect(check.reason).toMatch(/but os\.getcwd is imported and called .*; 1 more is waived$/)
    expect(check.locations?.map(({ note, waiver }) => [note?.split(' ')[2], waiver])).toEqual([
      ['os.getcwd', undefined],
      ['mylib.Encoder', 0],
    ])
    expect((await judged(both, [waive('mylib.Encoder'), waive('os.getcwd')])).status).toBe('warn')
  })

  it('of other bytes fails as before, and says that the waiver is not for it', async () => {
    const check = await judged(mine, [waive('mylib.Encoder')], B)
    expect(check).toMatchObject({
      status: 'fail',
      reason: expect.stringContaining('; the waiver of mylib.Encoder is for aaaa'),
    })
    expect(check).not.toHaveProperty('waivers')
  })

  it('never passes for a name that nobody could read', async () => {
    const computed = bytes('\x80\x04\x8c\x02os\x8c\x06getcwd\x93)R\x8c\x06system\x93)R.')
    const check = await judged(computed, [waive('os.getcwd'), waive('?')])
    expect(check).toMatchObject({
      status: 'fail',
      reason: expect.stringContaining('? is imported and called by a name that is computed'),
    })
  })

  it('that is not in order besides is inconclusive, until the format is waived too', async () => {
    const broken = bytes(`\x80\x04${one('mylib', 'Encoder')}N.more`)
    const check = await judged(broken, [waive('mylib.Encoder')])
    expect(check).toMatchObject({
      status: 'inconclusive',
      reason: expect.stringContaining('nothing after STOP'),
      hint: expect.stringContaining('waive pickle too'),
    })
    expect((await judged(broken, [waive('mylib.Encoder'), waive('pickle')])).status).toBe('warn')
    expect((await judged(broken, [waive('pickle')])).status).toBe('fail')
  })

  it('of a format that nobody can judge is accepted by the name of the format', async () => {
    const unread = bytes('CBM1'.padEnd(64, '\0'))
    const { format } = await inspect(unread)
    expect((await judged(unread, [])).status).toBe('inconclusive')
    expect(await judged(unread, [waive(format)])).toMatchObject({
      status: 'warn',
      locations: [{ file: 'm.pkl', waiver: 0 }],
    })
  })

  it('with more findings than are kept is never waived as a whole', () => {
    const inspection: Inspection = {
      status: 'fail',
      reason: 'Expected',
      findings: [{ offset: 0, name: 'x.Y', reason: 'is imported' }],
      found: 2,
      globals: 0,
      soundApart: true,
    }
    expect(waiveFindings({ format: 'pickle', inspection }, A, at([waive('x.Y')])).inspection.status).toBe('fail')
  })
})

describe('the check of all waivers', () => {
  const check = (list: readonly Waiver[], applied: readonly Waiver[] = []) =>
    waiversCheck(at(list), [{ id: 'x', title: 'x', status: 'warn', reason: 'x', waivers: [...applied] }])

  it('is there only where there are waivers, and passes where each was needed', () => {
    const waiver = waive('x.Y')
    expect(check([])).toEqual([])
    expect(check([waiver], [waiver])).toMatchObject([{ status: 'pass', measured: { value: 0, n: 1 } }])
  })

  it('names those that expired or match nothing', () => {
    const [found] = check([waive('x.Y'), waive('x.Z', { expires: '2026-01-31' })])
    expect(found).toMatchObject({ status: 'warn', measured: { value: 2, n: 2 } })
    expect(found?.reason).toBe(
      'Expected every waiver to except something but x.Y in aaaaaaaaaaaa matches nothing that was found; x.Z in aaaaaaaaaaaa expired on 2026-01-31',
    )
  })
})

it('what a pull request changes about waivers is listed, one by one', () => {
  const [kept, gone, added] = [waive('kept'), waive('gone'), waive('added')]
  expect(waiverChanges([kept], [kept], 'proofmark.yml')).toEqual([])
  expect(waiverChanges(undefined, undefined, 'proofmark.yml')).toEqual([])
  expect(waiverChanges([kept, gone], [added, kept], 'proofmark.yml')).toMatchObject([
    {
      id: 'waivers.changed',
      status: 'warn',
      reason: expect.stringMatching(
        /^This pull request adds the waiver of added .*Our own encoder\), takes away the waiver of gone /,
      ),
    },
  ])
})
