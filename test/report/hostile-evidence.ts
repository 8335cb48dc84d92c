import { type Check, Evidence, type GateName } from '../../src/core/evidence.ts'
import { EVIDENCE_SCHEMA } from '../../src/core/identifiers.ts'
import { driftEvidence } from '../harness/portal/drift-evidence.ts'
import { certified, scanned } from './some-evidence.ts'

/** Names and values as nobody would wish them. */
export const HOSTILE: Readonly<Record<string, string>> = {
  Markdown: '**b** _i_ `c` [x](javascript:alert(1)) ![p](https://evil.example/p.png) | # h\n- item\n```\n> q\n1. n',
  HTML: '</details></td><script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:x">y</a><!-- proofmark -->',
  ANSI: '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link\u0007 \u0000\u0008\u009b1m',
  emoji: '🚀🇩🇪 e\u0301 ﷽ 𝕏',
  'right-to-left': 'שלום \u202egnp.exe\u202c \u2067مرحبا\u2069 \u200f',
  mentions: '@octocat @acme/team #1 GH-2 https://evil.example www.evil.example',
  quotes: `"' onload=alert(1) style=x \\" & &lt;b&gt; $\\sqrt{x}$ :tada:`,
  'of 10,000 characters': 'n'.repeat(10_000),
  'of 10,000 words of three bytes': '語 '.repeat(10_000),
}

const digest = { sha256: 'a'.repeat(64) }

/** So many failing checks that name this at every place where a name or a value can stand. */
const checks = (name: string, count: number): Check[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `check-${n}`,
    title: `${name} ${n}`,
    status: n % 3 === 2 ? 'inconclusive' : 'fail',
    reason: name,
    hint: name,
    // The first is an estimate against a bar, as claims are.
    measured: n === 0 ? { value: 0.5, interval: [0.4, 0.6], method: name } : { value: name, method: name },
    required: n === 0 ? { comparator: '>=', value: 0.5 } : { comparator: '=', value: name },
    locations: [
      { file: name.slice(0, 4096), line: n + 2, column: name, value: name, key: [{ column: name, value: name }] },
      { file: name.slice(0, 4096), line: n + 3, note: name, cells: [{ column: name, value: name }] },
    ],
  }))

/** Evidence of every gate in which each name and each value is this one. */
export function hostileEvidence(name: string, count = 3): Evidence[] {
  const file = name.slice(0, 4096)
  const own = checks(name, count)
  const head = (gate: GateName, result: object) =>
    Evidence.parse({
      schema: EVIDENCE_SCHEMA,
      gate,
      verdict: 'failed',
      subject: [{ name: file, digest, bytes: 1 }],
      materials: [{ name: file, role: 'data', digest, bytes: 1, rows: 2 }],
      checks: own,
      result,
      tool: { name: 'proofmark', version: '0.1.0' },
      run: { startedAt: '2026-01-01T00:00:00Z', finishedAt: '2026-01-01T00:00:01Z' },
    })
  const columns = [
    { column: name, type: 'string', sensitive: false, nulls: 0, distinct: 1, top: [{ value: name, share: 1 }] },
    { column: `${name} 2`, type: 'number', sensitive: false, nulls: 1, min: 0, max: 1, bars: [1, 2, 3] },
  ]
  const drift = JSON.parse(driftEvidence('credit', 9))
  const moved = drift.result.columns.map((row: object) => ({
    ...row,
    column: name,
    histogram: { edges: [0, 1, 2], reference: [0.5, 0.5], current: [0.4, 0.6] },
  }))
  const model = certified(own, {
    claims: [{ claim: name, check: 'check-0' }],
    slices: [
      { by: name, slice: name, metric: 'auc', value: 0.5, interval: [0.4, 0.6], rows: 10, n: 10, status: 'fail' },
    ],
  })
  const scan = scanned(own, {
    files: [
      {
        path: file,
        format: 'pickle',
        bytes: 1,
        sha256: digest.sha256,
        status: 'fail',
        globals: 1,
        findings: [{ offset: 0, name, reason: name }],
      },
    ],
    dependencies: [{ file, name, line: 1, requirement: name }],
  })
  return [
    head('data-validate', { files: [{ file, table: name, rows: 2, columns }] }),
    { ...model, verdict: 'failed' },
    { ...scan, verdict: 'failed' },
    head('drift-compare', { ...drift.result, columns: moved }),
  ]
}
