import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { takeResults } from '../../src/commands/take-results.ts'
import { localFiles } from '../../src/files/local-files.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const take = (root: string, paths: string[], thresholds = {}) =>
  takeResults(paths, thresholds, 'data-validate', localFiles(root))

it('every file of results is a material, and what lies beside it that it needs', async () => {
  const root = temporaryFolder('results')
  copyFileSync('test/cases/results/dbt/with-manifest/source.json', join(root, 'run_results.json'))
  copyFileSync('test/cases/results/dbt/with-manifest/manifest.json', join(root, 'manifest.json'))
  copyFileSync('test/cases/results/great-expectations/1-24/source.json', join(root, 'gx.json'))
  const { materials, checks } = await take(root, ['run_results.json', 'gx.json'])
  expect(materials.map(({ name, role }) => `${role} ${name}`).toSorted()).toEqual([
    'result gx.json',
    'result manifest.json',
    'result run_results.json',
  ])
  // dbt's manifest says from how many failures on it is one: more than five.
  expect(checks.find(({ id }) => id.startsWith('dbt.accepted_values'))).toMatchObject({
    status: 'warn',
    required: { comparator: '<=', value: 0 },
  })
  expect(new Set(checks.map(({ importedFrom }) => importedFrom?.tool))).toEqual(new Set(['dbt', 'Great Expectations']))
})

it('a manifest that cannot be read is told of by name', async () => {
  const root = temporaryFolder('results')
  copyFileSync('test/cases/results/dbt/with-manifest/source.json', join(root, 'run_results.json'))
  writeFileSync(join(root, 'manifest.json'), '{')
  await expect(take(root, ['run_results.json'])).rejects.toMatchObject({
    code: 'results.syntax',
    file: 'manifest.json',
  })
})

it('a file that is not there is told of', async () => {
  await expect(take(temporaryFolder('results'), ['none.json'])).rejects.toThrow(/none\.json/)
})
