import { describe, expect, it } from 'vitest'
import { yamlSize } from '../../../../src/core/documents/yaml-size.ts'
import { inspectWorkflowFile } from '../../../../src/core/security/workflows/inspect-workflow-file.ts'
import { cpuSeconds } from '../../../harness/cpu-seconds.ts'

const PATH = '.github/workflows/ci.yml'
const statuses = (path: string, text: string | undefined) =>
  inspectWorkflowFile(path, text)?.checks.map(({ id, status }) => [id, status])

describe('a file', () => {
  it.each(['.github/workflows/ci.yml', 'sub/.github/workflows/ci.yaml'])('at %s is a workflow', path => {
    expect(statuses(path, 'on: push\npermissions: {}\njobs: { a: { steps: [{ run: make }] } }')).toEqual([
      [`workflow.${path}`, 'pass'],
    ])
  })

  it.each(['ci.yml', '.github/ci.yml', '.github/workflows/deep/er.yml', '.github/workflows/README.md'])(
    'at %s is none',
    path => {
      expect(inspectWorkflowFile(path, 'on: push')).toBeUndefined()
    },
  )

  it.each([
    ['nothing', ''],
    ['a text', 'hello'],
    ['no YAML', 'on: [push\njobs:'],
    ['two keys alike', 'on: push\non: push\njobs: { a: { steps: [{ run: make }] } }'],
    ['no trigger', 'jobs: { a: { steps: [{ run: make }] } }'],
    ['no job', 'on: push\njobs: {}'],
    ['a job without steps', 'on: push\njobs: { a: { runs-on: x } }'],
    ['a step that does two things', 'on: push\njobs: { a: { steps: [{ run: make, uses: a/b@c }] } }'],
    ['permissions nobody knows', 'on: push\npermissions: all\njobs: { a: { steps: [{ run: make }] } }'],
    [
      'an alias bomb',
      `a: &a [x]\n${Array.from({ length: 9 }, (_, i) => `${'bcdefghij'[i]}: &${'bcdefghij'[i]} [${`*${'abcdefghi'[i]},`.repeat(9)}]`).join('\n')}`,
    ],
    ['too deep brackets', `on: ${'['.repeat(20_000)}`],
    ['too deep lists', `on:\n  ${'- '.repeat(20_000)}x`],
    ['too deep keys', `${'? '.repeat(600)}x`],
    ['too deep keys after one', `a: ${'? '.repeat(600)}x`],
    ['too many keys', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['too many marked keys', `${'? '.repeat(40)}x\n`.repeat(1000)],
    ['too many characters', `on: push\n${'#'.repeat(600_000)}`],
  ])('that holds %s is inconclusive, soon', (_, text) => {
    const before = process.cpuUsage()
    const [check, ...others] = inspectWorkflowFile(PATH, text)?.checks ?? []
    expect(check).toMatchObject({ id: `workflow.${PATH}`, status: 'inconclusive', hint: expect.stringMatching(/\w/) })
    expect(others).toEqual([])
    expect(cpuSeconds(before)).toBeLessThan(2)
  })

  it('that is no text, or too long to read, is inconclusive', () => {
    expect(statuses(PATH, undefined)).toEqual([[`workflow.${PATH}`, 'inconclusive']])
  })
})

describe('nesting', () => {
  it.each([
    ['a: [1, {b: [2]}]', 4],
    ['a:\n    b: c', 5],
    ['run: |\n          echo [[[[ {{{{\nb: 1', 1],
    ['- - - x', 6],
  ])('of %j is at most %i', (text, bound) => {
    expect(yamlSize(text).nesting).toBe(bound)
  })
})

describe("a linter's report", () => {
  const result = (change: object = {}) => ({
    ruleId: 'zizmor/template-injection',
    kind: 'fail',
    level: 'error',
    message: { text: 'code injection via template expansion' },
    locations: [
      { physicalLocation: { artifactLocation: { uri: './.github/workflows/ci.yml' }, region: { startLine: 16 } } },
    ],
    ...change,
  })
  const report = (results: unknown, name = 'zizmor') =>
    JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name, version: '1.2.3' } }, results }] })

  it('of zizmor is told as its, by rule and file', () => {
    const found = inspectWorkflowFile(
      'zizmor.sarif',
      report([result(), result({ level: 'note', ruleId: 'zizmor/artipacked' }), result()]),
    )
    expect(found?.checks).toMatchObject([
      {
        id: 'workflow.zizmor/template-injection..github/workflows/ci.yml',
        status: 'fail',
        measured: { value: 2 },
        reason:
          'Expected no finding of zizmor/template-injection but zizmor.sarif has: code injection via template expansion (.github/workflows/ci.yml:16) and 1 more',
        locations: [{ file: '.github/workflows/ci.yml', line: 16 }, { line: 16 }],
      },
      { id: 'workflow.zizmor/artipacked..github/workflows/ci.yml', status: 'warn' },
    ])
    expect(found?.workflow).toMatchObject({ path: 'zizmor.sarif', tool: 'zizmor', findings: [{}, {}, {}] })
  })

  it('of actionlint, whose results have no level, is of errors', () => {
    const { level: _, ...without } = result({ ruleId: 'expression' })
    expect(statuses('a.sarif.json', report([without], 'GitHub Actions lint'))).toEqual([
      ['workflow.actionlint/expression..github/workflows/ci.yml', 'fail'],
    ])
  })

  it('without findings passes; suppressed and informative results are none', () => {
    const results = [
      result({ suppressions: [{ kind: 'inSource' }] }),
      result({ kind: 'pass' }),
      result({ level: 'none' }),
    ]
    expect(statuses('zizmor.sarif', report(results))).toEqual([['workflow.zizmor.zizmor.sarif', 'pass']])
  })

  it('of another tool, our own too, is left alone', () => {
    expect(inspectWorkflowFile('security-scan.sarif', report([result()], 'Proofmark'))).toBeUndefined()
  })

  it.each([
    ['no JSON', '{'],
    ['another version', '{"version":"2.0.0","runs":[]}'],
    ['no results', report(undefined)],
    ['a result without a place', report([result({ locations: [] })])],
    ['a result without a message', report([result({ message: {} })])],
    ['too many results', report(Array.from({ length: 5001 }, () => result()))],
    [
      'a run of another tool too',
      JSON.stringify({
        version: '2.1.0',
        runs: ['zizmor', 'x'].map(name => ({ tool: { driver: { name } }, results: [] })),
      }),
    ],
  ])('with %s is inconclusive', (_, text) => {
    expect(statuses('zizmor.sarif', text)).toEqual([['workflow.report.zizmor.sarif', 'inconclusive']])
  })
})
