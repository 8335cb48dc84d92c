import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { nodeCodecs } from '../../../src/codecs/node-codecs.ts'
import * as formats from '../../../src/core/security/formats/index.ts'
import { inspectFile } from '../../../src/core/security/inspect-file.ts'

const CASES = new URL('../../cases/security/', import.meta.url)

const Expected = z.strictObject({
  format: z.string(),
  status: z.enum(['pass', 'fail', 'inconclusive']),
  /** Names of the findings, in the order of the file; left out where only the status matters. */
  finds: z.array(z.string()).optional(),
})

describe.each(Object.values(formats))('$id', ({ id }) => {
  const folder = new URL(`${id}/`, CASES)
  const cases = existsSync(folder) ? readdirSync(folder) : []

  it('has cases', () => expect(cases).not.toEqual([]))

  it.each(cases)('%s', async name => {
    const here = new URL(`${name}/`, folder)
    const expected = Expected.parse(JSON.parse(readFileSync(new URL('expected.json', here), 'utf8')))
    const [file = '', ...others] = readdirSync(here).filter(each => each !== 'expected.json')
    const sizeBeside = async (path: string) => (others.includes(path) ? statSync(new URL(path, here)).size : undefined)

    const { format, inspection } = await inspectFile(readFileSync(new URL(file, here)), { ...nodeCodecs(), sizeBeside })

    const finds = inspection.findings.map(finding => finding.name)
    const told = expected.finds ? { format, status: inspection.status, finds } : { format, status: inspection.status }
    expect(told, inspection.reason).toEqual(expected)
    expect(inspection.found > 0).toBe(inspection.status === 'fail')
    if (inspection.status !== 'pass') expect(inspection.hint).toMatch(/\w/)
  })
})
