import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataValidate } from '../../../src/commands/data-validate.ts'
import { compose } from '../../../src/compose.ts'
import { Settings } from '../../../src/core/settings/schema.ts'
import * as crossChecks from '../../../src/core/tables/cross-checks/index.ts'

const CASES = resolve('test/cases/cross-tables')
const silent = { info: () => {}, warn: () => {}, progress: () => {} }
const cases = Object.values(crossChecks).flatMap(({ id }) =>
  readdirSync(`${CASES}/${id}`).map(name => ({ name: `${id}/${name}`, folder: `${CASES}/${id}/${name}` })),
)

describe('every check over two tables answers its cases', () => {
  it.each(cases)('$name', async ({ folder }) => {
    const files = readdirSync(folder).filter(file => file.endsWith('.csv'))
    const settings = Settings.parse({ data: { files, contract: 'contract.odcs.yaml' } })
    const { checks } = await dataValidate.find(settings, compose(folder, silent, {}), '.proofmark')
    const found = checks.filter(({ id }) => !/\.(rows|columns|unexpected-columns|type)$/.test(id))
    await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot(`${folder}/expected.json`)
    if (folder.includes('hidden')) expect(JSON.stringify(found)).not.toContain('1234')
  })
})
