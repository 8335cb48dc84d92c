import { jensenShannonDivergence } from '../../stats/index.ts'
import { aligned, equalWidth } from './aligned-histograms.ts'
import type { PandasColumn } from './pandas-column.ts'
import type { Limits, Profile, ToolFinding } from './profile.ts'
import { valueCounts } from './value-counts.ts'

/** Buckets of a standard histogram. */
const BUCKETS = 10

/** The drift comparators of TensorFlow Data Validation 1.21, by their definitions. */
export const tfdv: Profile = {
  id: 'tfdv',
  tool: 'TensorFlow Data Validation 1.21, drift comparator',
  rule: 'The table has drifted where the distance of any column exceeds its threshold',
  caveats: [
    'It has no threshold unless its schema names one, and then finds no drift whatever the data: here a column without one is undecided. Name it under limits, for a column, or for l-infinity (texts) and jensen-shannon-divergence (numbers)',
    'Thresholds know nothing of the number of rows: few rows alarm without drift, many pass what has surely changed',
    'Its Jensen–Shannon number is the divergence to base 2, not the distance',
    'Its histograms come from a sketch of the quantiles, so its own numbers differ from these exact ones by the error of the sketch; buckets of each side have their own extent and are aligned as if values were spread evenly within',
    'Missing values are left out of both distances',
  ],
  compare(reference, current, name, limits) {
    return reference.dtype === 'text' || reference.dtype === 'bool'
      ? ofTexts(reference, current, name, limits)
      : ofNumbers(reference, current, name, limits)
  },
  decide(findings) {
    const drifted = findings.filter(finding => finding.drifted).length
    const unknown = findings.filter(finding => finding.drifted === undefined).length
    const status = drifted > 0 ? 'fail' : unknown > 0 ? 'inconclusive' : 'pass'
    return {
      status,
      reason: `Expected no column beyond its threshold ${status === 'pass' ? 'and' : 'but'} found ${drifted} of ${findings.length}${unknown > 0 ? `, and ${unknown} undecided` : ''}`,
      measured: { value: drifted, unit: 'columns', n: findings.length },
      required: { comparator: '=', value: 0 },
    }
  },
}

function ofTexts(reference: PandasColumn, current: PandasColumn, name: string, limits: Limits): ToolFinding {
  const counts = valueCounts(reference, current)
  const n = counts.reduce((sum, one) => sum + one.reference, 0)
  const m = counts.reduce((sum, one) => sum + one.current, 0)
  const base = { kind: 'cat', method: 'L-infinity distance', comparator: '>' } as const
  if (n === 0 || m === 0) return { ...base, note: 'a side has no value' }
  const score = Math.max(...counts.map(one => Math.abs(one.reference / n - one.current / m)))
  return { ...base, score, ...judged(score, limits[name] ?? limits['l-infinity']) }
}

function ofNumbers(reference: PandasColumn, current: PandasColumn, name: string, limits: Limits): ToolFinding {
  const base = { kind: 'num', method: 'Jensen-Shannon divergence', comparator: '>' } as const
  const sides = [sorted(reference), sorted(current)] as const
  const [x, y] = sides
  if (x === undefined || y === undefined) return { ...base, note: 'the current column holds text' }
  if (x.finite.length + x.odd < 1 || y.finite.length + y.odd < 1) return { ...base, note: 'a side has no value' }
  const bins = aligned(equalWidth(x.finite, BUCKETS), equalWidth(y.finite, BUCKETS))
  const score = jensenShannonDivergence([...bins.x, x.odd], [...bins.y, y.odd], 2)
  return { ...base, score, ...judged(score, limits[name] ?? limits['jensen-shannon-divergence']) }
}

function judged(score: number, threshold: number | undefined): Partial<ToolFinding> {
  return threshold === undefined
    ? { note: 'no threshold is named under limits' }
    : { threshold, drifted: score > threshold }
}

/** Finite numbers, and how many infinities; undefined where there is text. */
function sorted({ values }: PandasColumn): { finite: number[]; odd: number } | undefined {
  const finite: number[] = []
  let odd = 0
  for (const value of values) {
    if (typeof value === 'string') return undefined
    if (value === undefined) continue
    if (Number.isFinite(value)) finite.push(value)
    else odd++
  }
  return { finite, odd }
}
