import { describe, expect, it } from 'vitest'
import type { Check, Evidence } from '../../src/core/evidence.ts'
import { EVIDENCE_SCHEMA } from '../../src/core/identifiers.ts'
import { verdictOf } from '../../src/core/verdict.ts'
import { checkRun } from '../../src/report/check-run.ts'
import { comment } from '../../src/report/comment.ts'
import { jobSummary } from '../../src/report/job-summary.ts'
import { LIMITS } from '../../src/report/limits.ts'
import { fullReport, section } from '../../src/report/section.ts'
import { terminalLines } from '../../src/report/terminal.ts'

const evidence = (checks: Check[]): Evidence => ({
  schema: EVIDENCE_SCHEMA,
  gate: 'model-certify',
  verdict: verdictOf(checks.map(({ status }) => status)),
  subject: [{ name: 'model.joblib', digest: { sha256: 'a'.repeat(64) }, bytes: 12 }],
  materials: [
    { name: 'predictions.csv', role: 'predictions', digest: { sha256: 'b'.repeat(64) }, bytes: 99, rows: 1337 },
  ],
  checks,
  result: null,
  tool: { name: 'proofmark', version: '0.0.0' },
  run: { startedAt: '2026-01-01T00:00:00.000Z', finishedAt: '2026-01-01T00:00:01.000Z' },
})

const check = (status: Check['status'], n = 0): Check => ({
  id: `check-${n}`,
  title: `Check number ${n}`,
  status,
  measured: { value: 0.75, interval: [0.7, 0.8], level: 0.95, method: 'clopper-pearson', n: 100 },
  required: { comparator: '>=', value: 0.8 },
  reason: `Reason of ${n}`,
  hint: `Do ${n}`,
  locations: [{ file: 'data.csv', line: n + 2, column: 'income' }],
})

const mixed = evidence([check('pass', 0), check('warn', 1), check('inconclusive', 2), check('fail', 3)])

describe('a section', () => {
  it('says first what decided, with reason, remedy and place, and leaves what passed to the full report', () => {
    const text = section(mixed)
    const order = [
      '### ❌ model-certify · 1 failed, 1 undecided, 1 with a warning, 1 passed',
      'Check number 3',
      'Reason of 3',
      '→ Do 3',
      'data.csv:5 (income)',
      'Check number 2',
      'Check number 1',
    ]
    const places = order.map(part => text.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(text).not.toContain('Check number 0')
    expect(fullReport(mixed, LIMITS.checkRunText)).toContain('Check number 0')
  })

  it('says once what to do about many that end alike, and folds away what is beyond the first few', () => {
    const same = Array.from({ length: 12 }, (_, n) => ({ ...check('fail', n), hint: 'Retrain' }))
    const text = section(evidence([...same, check('inconclusive', 99)]))
    expect(text.split('→ Retrain')).toHaveLength(3)
    expect(text).toContain('- ❌ **Check number 0**: Reason of 0 `data.csv:2 (income)`')
    expect(text).toContain('<summary>5 more checks that did not pass</summary>')
    for (let n = 0; n < 12; n++) expect(text).toContain(`Reason of ${n}`)
    expect(text.indexOf('Reason of 7 ')).toBeLessThan(text.indexOf('<details>'))
    expect(text.indexOf('Reason of 8 ')).toBeGreaterThan(text.indexOf('<details>'))
  })

  it('counts no check twice among those that it folds away and those that it leaves to the evidence', () => {
    const text = section(evidence(Array.from({ length: 40 }, (_, n) => check('fail', n))))
    expect(text).toContain('<summary>16 more checks that did not pass</summary>')
    expect(text).toContain('_… and 16 more checks that did not pass: the evidence lists them all._')
  })

  it('says of how many rows at fault it shows the first', () => {
    const row = (line: number, value: string | undefined) => ({
      file: 'data.csv',
      line,
      column: 'income',
      ...(value === undefined ? {} : { value }),
      key: [{ column: 'id', value: String(line) }],
    })
    const rule = { file: 'contract.yaml', line: 3, note: 'the rule' }
    const measured = { value: 15, unit: 'percent', share: 0.15, n: 1000 }
    const of = (value: string | undefined) => ({
      ...check('fail'),
      measured,
      locations: [row(4, value), row(9, value), rule],
    })
    expect(section(evidence([of('-3')]))).toMatch(/\| 9 \| `9` \| `-3` \|\n\n_… and 148 more rows_/)
    expect(section(evidence([of(undefined)]))).toMatch(
      /\(the rule\)`\n\n(.*\n)+\| 9 \| `9` \|\n\n_… and 148 more rows_/,
    )
    expect(section(evidence([{ ...of('-3'), measured: { value: 0.15, share: 0.15, n: 1000 } }]))).not.toContain(
      'more rows',
    )
    expect(section(evidence([{ ...of('-3'), measured: { ...measured, share: 0.002 } }]))).not.toContain('more rows')
  })

  it('does not repeat a place that the title has told', () => {
    const of = (title: string, n: number) => ({
      ...check('fail', n),
      title,
      hint: 'Retrain',
      locations: [{ file: 'data.csv', column: 'income' }],
    })
    const text = section(evidence([of('income: same distribution', 0), of('All of it', 1)]))
    expect(text).toContain('- ❌ **income: same distribution**: Reason of 0\n')
    expect(text).toContain('- ❌ **All of it**: Reason of 1 `data.csv (income)`')
  })

  it('shows what is waived with who answers for it, until when and why, whatever is written there', () => {
    const waiver = {
      rule: 'artefact' as const,
      name: 'mylib.Encoder',
      sha256: 'a'.repeat(64),
      reason: 'Reviewed ![x](https://evil.example/p.png)',
      owner: '@acme',
      expires: '2026-12-31',
    }
    const text = section(evidence([{ ...check('warn'), waivers: [waiver] }]))
    expect(text).toMatch(/Waived: `mylib\.Encoder` until 2026-12-31, by .*acme: Reviewed /)
    expect(text).not.toContain('![x](https://evil.example')
  })

  it('stays under its limit with thousands of failing checks, and says that it left something out', () => {
    const huge = evidence(
      Array.from({ length: 5000 }, (_, n) => ({ ...check('fail', n), reason: 'long '.repeat(200) })),
    )
    const text = section(huge)
    expect(text.length).toBeLessThanOrEqual(LIMITS.section)
    expect(text).toContain('left out')
    expect(text).toContain('5\u202f000 failed')
    expect(text.match(/<details>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0)
  })
})

describe('rows at fault', () => {
  const row = (line: number, value: string, card = '0123456789ab') => ({
    file: 'data.csv',
    line,
    column: 'age',
    ...(value === '' ? {} : { value }),
    key: [
      { column: 'card', hash: card },
      { column: 'till', value: value === '-4' ? '' : `${line}|0` },
    ],
  })
  const rule = { file: 'contract.odcs.yaml', line: 30, note: 'the rule' }
  const broken = (...locations: NonNullable<Check['locations']>) =>
    section(
      evidence([
        {
          ...check('fail'),
          hint: 'Look at data.csv:3; mend the rows, or the rule at contract.odcs.yaml:30',
          locations,
        },
      ]),
    )

  it('stand in a table, once they are several, with keys and values; of what the hint says nothing is said again', () => {
    const text = broken(row(3, '-3'), row(4, '-4'), rule)
    expect(text).toContain(
      [
        '| Line of `data.csv` | card | till | age |',
        '| ---: | :--- | :--- | :--- |',
        '| 3 | `#0123456789ab` | `3\\|0` | `-3` |',
        '| 4 | `#0123456789ab` | _empty_ | `-4` |',
      ].join('\n'),
    )
    expect(text.match(/contract\.odcs\.yaml/g)).toHaveLength(1)
  })

  it('without the cells that are empty or hidden in all of them', () => {
    const text = broken(row(3, ''), row(5, ''), { ...rule, line: 31 })
    expect(text).toContain('| Line of `data.csv` | card | till |\n')
    expect(text).toContain('`contract.odcs.yaml:31 (the rule)`')
  })

  it('with the other cells that the check is about', () => {
    const pair = (line: number) => ({
      file: 'data.csv',
      line,
      cells: [
        { column: 'income', value: `${line}` },
        { column: 'debt', value: '' },
      ],
    })
    expect(broken(pair(8), pair(9))).toContain(
      '| Line of `data.csv` | income | debt |\n| ---: | :--- | :--- |\n| 8 | `8` | _empty_ |\n| 9 | `9` | _empty_ |',
    )
    expect(broken(pair(8))).toContain("`data.csv:8 (income '8', debt '')`")
  })

  it('or in a line, where it is one', () => {
    expect(broken(row(3, '-3'), rule)).toContain("`data.csv:3 (card #0123456789ab, till '3|0', age '-3')`")
    expect(broken({ file: 'data.csv', line: 33 }, rule)).toContain('`data.csv:33`')
  })
})

describe('a check run', () => {
  it('concludes as failure where the verdict is inconclusive, because neutral counts as passing', () => {
    expect(checkRun(evidence([check('inconclusive')])).conclusion).toBe('failure')
    expect(checkRun(evidence([check('warn')])).conclusion).toBe('success')
    expect(checkRun(evidence([])).conclusion).toBe('failure')
  })

  it('points at lines, not at what passed', () => {
    const { annotations } = checkRun(mixed)
    expect(annotations.map(({ path, line, level }) => [path, line, level])).toEqual([
      ['data.csv', 3, 'warning'],
      ['data.csv', 4, 'warning'],
      ['data.csv', 5, 'failure'],
    ])
  })

  it('points at rows with their keys and values, and at the rule that they break', () => {
    const row = {
      file: 'data.csv',
      line: 17,
      column: 'age',
      value: '-3|`@team`',
      key: [
        { column: 'card', hash: '0123456789ab' },
        { column: 'till', value: '7' },
      ],
    }
    const rule = { file: 'contract.odcs.yaml', line: 30, note: 'the rule' }
    const broken = evidence([{ ...check('fail'), locations: [row, rule] }])
    expect(
      checkRun(broken).annotations.map(({ path, line, message }) => [path, line, message.split('\n').at(-1)]),
    ).toEqual([
      ['data.csv', 17, "data.csv:17 (card #0123456789ab, till '7', age '-3|`@team`')"],
      ['contract.odcs.yaml', 30, 'contract.odcs.yaml:30 (the rule)'],
    ])
    expect(section(broken)).toContain("``data.csv:17 (card #0123456789ab, till '7', age '-3|`@team`')``")
    const ownKey = { ...row, column: 'till', value: '7' }
    expect(section(evidence([{ ...check('fail'), locations: [ownKey] }]))).toContain("till '7')`")
  })

  it('points at files where they are in the repository, not in the folder of the settings', () => {
    const paths = (file: string, folder?: string) => {
      const one = evidence([{ ...check('fail'), locations: [{ file, line: 2 }] }])
      return checkRun({ ...one, run: { ...one.run, ...(folder === undefined ? {} : { folder }) } }).annotations[0]?.path
    }
    expect(paths('data.csv')).toBe('data.csv')
    expect(paths('data.csv', 'models/credit')).toBe('models/credit/data.csv')
    expect(paths('../shared/./data.csv', 'models/credit')).toBe('models/shared/data.csv')
    expect(paths('../../../data.csv', 'models/credit')).toBe('../data.csv')
  })

  it('stays under every limit of GitHub', () => {
    const long = 'ü'.repeat(100_000)
    const run = checkRun(
      evidence(
        Array.from({ length: 3000 }, (_, n) => ({ ...check('fail', n), title: long, reason: long, hint: long })),
      ),
    )
    expect(run.title.length).toBeLessThanOrEqual(LIMITS.checkRunTitle)
    expect(run.summary.length).toBeLessThanOrEqual(LIMITS.checkRunText)
    expect(run.text?.length).toBeLessThanOrEqual(LIMITS.checkRunText)
    expect(run.annotations.length).toBeLessThanOrEqual(LIMITS.annotations)
    for (const { title, message } of run.annotations) {
      expect(title.length).toBeLessThanOrEqual(LIMITS.annotationTitle)
      expect(message.length).toBeLessThanOrEqual(LIMITS.annotationMessage)
    }
  })
})

describe('the comment', () => {
  const standing = (name: string, conclusion: 'success' | 'failure', summary = `### ${name}`) => ({
    name: `Proofmark / ${name}`,
    conclusion,
    title: `title of ${name}`,
    summary,
    url: `https://github.com/acme/model/runs/${name}`,
  })
  const head = 'd'.repeat(40)

  it('shows every gate, the record first', () => {
    const body = comment(
      [standing('drift-compare', 'success'), standing('audit-record', 'failure'), standing('data-validate', 'success')],
      head,
    )
    expect(body.startsWith('<!-- proofmark -->\n')).toBe(true)
    expect(body).toContain('## ❌ title of audit\\-record')
    expect(body.indexOf('### audit-record')).toBeLessThan(body.indexOf('### data-validate'))
    expect(body.indexOf('### data-validate')).toBeLessThan(body.indexOf('### drift-compare'))
  })

  it('tells what failed before what is undecided, and that before what passed; its first line keeps the order of the gates', () => {
    const undecided = { ...standing('data-validate', 'failure'), title: 'Inconclusive: 1 undecided' }
    const body = comment(
      [
        undecided,
        standing('security-scan', 'success'),
        standing('model-certify', 'success'),
        standing('drift-compare', 'failure'),
      ],
      head,
    )
    const places = ['### drift-compare', '### data-validate', '### model-certify', '### security-scan'].map(part =>
      body.indexOf(part),
    )
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(body).toMatch(
      /🟡\s.*data.*validate.* · ✅\s.*model.*certify.* · ✅\s.*security.*scan.* · ❌\s.*drift.*compare/,
    )
  })

  it('is undecided where the certification is, and failed where it failed', () => {
    const record = (title: string) => comment([{ ...standing('audit-record', 'failure'), title }], head)
    expect(record('Refused, inconclusive: credit 1')).toMatch(/^## 🟡 .*\n🟡\s\[audit/m)
    expect(record('Not signed: credit 1')).toMatch(/^## 🟡 .*\n🟡\s\[audit/m)
    expect(record('Refused, failed: credit 1')).toMatch(/^## ❌ .*\n❌\s\[audit/m)
    const undecided = { ...standing('data-validate', 'failure'), title: 'Inconclusive: 1 undecided' }
    expect(comment([undecided, standing('drift-compare', 'success')], head)).toContain('## 🟡 1 of 2 gates')
    expect(comment([undecided, standing('drift-compare', 'failure')], head)).toContain('## ❌ 2 of 2 gates')
  })

  it('stays under the limit with any number of long sections, and links to those it leaves out', () => {
    const runs = Array.from({ length: 40 }, (_, n) => standing(`gate-${n}`, 'failure', 'x'.repeat(LIMITS.checkRunText)))
    const body = comment(runs, head)
    expect(body.length).toBeLessThanOrEqual(LIMITS.comment)
    for (const { url } of runs) expect(body).toContain(`(${url})`)
  })
})

it('the job summary stays under a mebibyte', () => {
  const huge = evidence(Array.from({ length: 5000 }, (_, n) => ({ ...check('pass', n), title: '漢'.repeat(400) })))
  expect(Buffer.byteLength(jobSummary([huge, huge, huge, huge], undefined))).toBeLessThanOrEqual(LIMITS.stepSummary)
})

it('the terminal shows no escape sequence of the data', () => {
  const lines = terminalLines(evidence([{ ...check('fail'), title: '\u001b[2Jgone', reason: 'a\u0007b' }]))
  expect(lines.map(({ text }) => text).join('\n')).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
})
