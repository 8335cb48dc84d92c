import type { Check } from '../evidence.ts'
import type { Settings } from '../settings/schema.ts'
import { grouped } from '../wording/grouped.ts'
import type { ColumnKind } from './column-kind.ts'
import { columnLabel } from './column-label.ts'
import type { Comparison } from './compare-columns.ts'
import { figure } from './figure.ts'
import { at, type Files } from './files.ts'
import type { JointTables } from './joint-sample.ts'
import { pandasColumn } from './profiles/pandas-column.ts'
import type { Profile, ToolFinding } from './profiles/profile.ts'
import type { DriftRow } from './result.ts'

/** Rows that another tool's rules are computed over; of more, a sample. */
export const PROFILE_ROWS = 100_000

/** Compares tables by the rules of another tool, which alone decide; whether each column drifted is told beside. */
export function compareByProfile(
  { reference, current }: JointTables,
  rows: { readonly reference: number; readonly current: number },
  profile: Profile,
  settings: Settings['drift'],
  files: Files,
): Comparison {
  const compared = [...reference.columns.keys()].map(name => {
    const sides = [reference, current].map(sample => pandasColumn(sample.columns.get(name) ?? []))
    const [before, now] = sides
    if (!before || !now) throw new Error('Expected two sides')
    const finding = profile.compare(before, now, name, settings.limits)
    const [p = 0, q = 0] = sides.map(({ values }) => values.filter(value => value === undefined).length / values.length)
    return { name, finding, row: rowOf(name, finding, { reference: p, current: q }) }
  })
  const samples = { reference, current }
  const verdict = profile.decide(compared.map(({ finding }) => finding))
  return {
    checks: [
      {
        id: 'table.drift',
        title: `The table has not drifted by the rules of ${profile.tool}`,
        ...verdict,
        ...(verdict.status === 'pass' ? {} : { hint: `${profile.rule}. See what is said of each column` }),
        locations: [{ file: files.current }],
      },
      ...(['reference', 'current'] as const).flatMap(side =>
        samples[side].rows < rows[side] ? [drawn(side, samples[side].rows, rows[side], files)] : [],
      ),
      ...compared.map(({ name, finding }) => checkOf(name, finding, profile, files)),
    ],
    result: {
      profile: {
        id: profile.id,
        tool: profile.tool,
        rule: profile.rule,
        rows: { reference: reference.rows, current: current.rows },
        caveats: [...profile.caveats],
      },
      alpha: settings.alpha,
      level: 1 - 2 * settings.alpha,
      limits: {
        effect: settings['max-effect'],
        missingChange: settings['max-missing-change'],
        unseenShare: settings['max-unseen-share'],
      },
      tests: 0,
      methods: [],
      columns: compared.map(({ row }) => row).toSorted((a, b) => rank(a) - rank(b)),
    },
  }
}

/** Drifted columns first, then those of which nothing is known. */
const rank = ({ tool }: DriftRow): number => (tool?.drifted ? 0 : tool?.drifted === undefined ? 1 : 2)

const KINDS: Readonly<Record<string, ColumnKind>> = { num: 'numeric', cat: 'categorical', text: 'text' }

function rowOf(
  name: string,
  { kind, ...tool }: ToolFinding,
  missing: { reference: number; current: number },
): DriftRow {
  return {
    column: columnLabel(name),
    kind: KINDS[kind] ?? 'mixed',
    status: tool.drifted === false ? 'pass' : 'warn',
    method: tool.method,
    tool,
    reported: {},
    missing,
  }
}

function checkOf(name: string, finding: ToolFinding, profile: Profile, files: Files): Check {
  const { method, score, threshold, comparator, drifted, note } = finding
  const bar = threshold === undefined ? '' : ` (drift is ${comparator} ${figure(threshold)})`
  const said = score === undefined ? 'no score' : `${figure(score)}${bar}`
  return {
    id: `${columnLabel(name)}.distribution`,
    title: `${columnLabel(name)}: ${method} of ${profile.tool}`,
    status: drifted === false ? 'pass' : 'warn',
    measured: { value: score ?? null, method },
    ...(threshold === undefined ? {} : { required: { comparator: OPPOSITE[comparator], value: threshold } }),
    reason:
      drifted === undefined
        ? `Expected a score of the tool's but found none: ${note ?? 'it has none for this column'}`
        : `Expected no drift by the tool's rule ${drifted ? 'but' : 'and'} found ${said}${note === undefined ? '' : `; ${note}`}`,
    ...(drifted === false ? {} : { locations: [at(files.current, name)] }),
  }
}

const OPPOSITE = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const

/** The numbers are of a sample, so the tool's own differ. */
const drawn = (side: keyof Files, found: number, rows: number, files: Files): Check => ({
  id: `${side}.sample`,
  title: `All rows of the ${side} table are compared`,
  status: 'warn',
  measured: { value: found, unit: 'rows', n: rows },
  required: { comparator: '=', value: rows, unit: 'rows' },
  reason: `Expected all ${grouped(rows)} rows but compared ${grouped(found)}, drawn by their place: the tool's own numbers differ`,
  locations: [{ file: files[side] }],
})
