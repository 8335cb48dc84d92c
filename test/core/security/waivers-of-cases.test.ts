import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nodeCodecs } from '../../../src/codecs/node-codecs.ts'
import * as formats from '../../../src/core/security/formats/index.ts'
import { inspectFile } from '../../../src/core/security/inspect-file.ts'
import { waiveFindings } from '../../../src/core/security/waivers/waive-findings.ts'
import { Waiver } from '../../../src/core/security/waivers/waiver.ts'

const CASES = new URL('../../cases/security/', import.meta.url)
const A = 'a'.repeat(64)
const NOW = new Date('2026-06-01')

const cases = readdirSync(CASES).flatMap(format =>
  readdirSync(new URL(`${format}/`, CASES)).map(name => ({ format, name, here: new URL(`${format}/${name}/`, CASES) })),
)
const failing = cases.filter(({ here }) => /"fail"/.test(readFileSync(new URL('expected.json', here), 'utf8')))

/** The file with a waiver of each of its findings, and none of its format. */
async function waived(bytes: Uint8Array) {
  const file = await inspectFile(bytes, nodeCodecs())
  const names = new Set(file.inspection.findings.map(({ name }) => name))
  const list = [...names].map(name =>
    Waiver.parse({ rule: 'artefact', name, sha256: A, reason: 'x', owner: 'x', expires: '2026-12-31' }),
  )
  return { file, ...waiveFindings(file, A, { list, now: NOW }) }
}

/** Text ends anywhere; the last bytes of the GGUF cases are padding that its readers do not ask for. */
const CUT_UNNOTICED = ['model-config', 'gguf']

describe('a waiver of every finding', () => {
  it('leaves no case failing but those with findings that have no name, or more than are kept', async () => {
    const left: string[] = []
    for (const { format, name, here } of failing) {
      const [file = ''] = readdirSync(here).filter(each => each !== 'expected.json')
      const { inspection } = await waived(readFileSync(new URL(file, here)))
      const nameless =
        inspection.findings.some(each => each.name === '?') || inspection.found > inspection.findings.length
      if (inspection.status === 'fail' && !nameless) left.push(`${format}/${name}`)
      expect(inspection.status, `${format}/${name}`).not.toBe('pass')
    }
    expect(left).toEqual([])
  })

  it('lets no file of a format pass that nothing can judge as a whole', async () => {
    const unread = new Set(Object.values(formats).flatMap(({ id, unread }) => (unread ? [id] : [])))
    // What follows a model in an archive is judged with it.
    const whole = new Map(Object.values(formats).map(({ id, within }) => [id, within]))
    const passed: string[] = []
    let seen = 0
    for (const { format, name, here } of failing) {
      const [file = ''] = readdirSync(here).filter(each => each !== 'expected.json')
      const { inspection, file: read } = await waived(readFileSync(new URL(file, here)))
      const ids = read.format.split('+')
      const outer = new Set(ids.map(id => whole.get(id)))
      if (!ids.some(id => unread.has(id) && !outer.has(id))) continue
      seen++
      if (inspection.status === 'warn') passed.push(`${format}/${name}`)
    }
    expect(seen).toBeGreaterThan(2)
    expect(passed).toEqual([])
  })

  it('lets no file pass that is cut short: what is not there, nobody has judged', async () => {
    const passed: string[] = []
    for (const { format, name, here } of failing.filter(each => !CUT_UNNOTICED.includes(each.format))) {
      const [file = ''] = readdirSync(here).filter(each => each !== 'expected.json')
      const bytes = readFileSync(new URL(file, here))
      for (const length of [bytes.length - 1, bytes.length - 2, Math.floor(bytes.length * 0.8)]) {
        const { inspection, file: read } = await waived(bytes.subarray(0, Math.max(0, length)))
        if (inspection.status === 'warn')
          passed.push(`${format}/${name} (${length} of ${bytes.length}, ${read.format})`)
      }
    }
    expect(passed).toEqual([])
  })
})
