import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { run } from '../../src/commands/run.ts'
import { compose } from '../../src/compose.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'workflows-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), content)
}
const silent = { info: () => {}, warn: () => {}, progress: () => {} }
const scan = (...paths: string[]) =>
  run(
    {
      command: 'security-scan',
      out: 'out',
      config: undefined,
      configPath: undefined,
      inputs: new Map([['paths', paths]]),
      nameInput: input => `--${input.name}`,
      rebase: path => path,
    },
    compose(root, silent, {}),
  )
const evidence = () => JSON.parse(readFileSync(join(root, 'out/security-scan.evidence.json'), 'utf8'))
const workflowChecks = () =>
  evidence()
    .checks.filter(({ id }: { id: string }) => id.startsWith('workflow.'))
    .map(({ id, status }: { id: string; status: string }) => [id, status])

it('judges workflows among the scanned files, and names them in the result and in SARIF', async () => {
  put('.github/workflows/ci.yml', 'on: push\npermissions: write-all\njobs: { a: { steps: [{ run: make }] } }\n')
  put('docs/ci.yml', 'on: push\n')
  const { verdict, exitCode } = await scan('.github', 'docs')

  expect([verdict, exitCode]).toEqual(['failed', 1])
  expect(workflowChecks()).toEqual([['workflow.excessive-permissions..github/workflows/ci.yml', 'fail']])
  expect(evidence().result.workflows).toEqual([
    {
      path: '.github/workflows/ci.yml',
      tool: 'proofmark',
      findings: [
        {
          rule: 'excessive-permissions',
          status: 'fail',
          file: '.github/workflows/ci.yml',
          line: 2,
          found: 'permissions: write-all',
        },
      ],
    },
  ])
  const [{ results }] = JSON.parse(readFileSync(join(root, 'out/security-scan.sarif'), 'utf8')).runs
  expect(results).toMatchObject([{ ruleId: 'workflow.excessive-permissions', level: 'error' }])
})

it('says nothing of workflows where there are none', async () => {
  put('README.md', '# x\n')
  await scan('README.md')
  expect(workflowChecks()).toEqual([])
  expect(evidence().result).not.toHaveProperty('workflows')
})

it('is inconclusive of a workflow that it does not read, whatever else it says of the file', async () => {
  put('.github/workflows/long.yml', `on: push\n${'# x\n'.repeat(2_000_000)}`)
  expect((await scan('.github')).verdict).toBe('inconclusive')
  expect(workflowChecks()).toEqual([['workflow..github/workflows/long.yml', 'inconclusive']])
})

it('does not take its own SARIF for a finding when it scans its output folder', async () => {
  put('.github/workflows/ci.yml', 'on: push\npermissions: write-all\njobs: { a: { steps: [{ run: make }] } }\n')
  await scan('.')
  const before = workflowChecks()
  await scan('.')
  expect(workflowChecks()).toEqual(before)
})

it('leaves SARIF and a bill of materials also where it could not run', async () => {
  expect((await scan('missing.pkl')).exitCode).toBe(3)
  const [log] = JSON.parse(readFileSync(join(root, 'out/security-scan.sarif'), 'utf8')).runs
  expect(log).toMatchObject({ invocations: [{ executionSuccessful: false }], results: [{ level: 'error' }] })
  expect(JSON.parse(readFileSync(join(root, 'out/bom.cdx.json'), 'utf8')).components).toEqual([])
})

it('does not take a bill of materials that an earlier run left for a report on this one', async () => {
  const library = { type: 'library', 'bom-ref': 'x', name: 'x', version: '1', purl: 'pkg:pypi/x@1' }
  const vulnerability = { id: 'CVE-2020-1', ratings: [{ severity: 'critical' }], affects: [{ ref: 'x' }] }
  const left = { bomFormat: 'CycloneDX', specVersion: '1.6', components: [library], vulnerabilities: [vulnerability] }
  put('out/bom.cdx.json', JSON.stringify(left))
  put('README.md', '# x\n')
  expect((await scan('.')).verdict).toBe('passed')
})
