import { chi2GoodnessOfFit, jensenShannonDivergence, ks2samp, normal, wassersteinDistance } from '../../stats/index.ts'
import { percent } from '../figure.ts'
import { spread } from '../spread.ts'
import type { PandasColumn } from './pandas-column.ts'
import type { Profile, ToolFinding } from './profile.ts'
import { valueCounts } from './value-counts.ts'

/** Up to this many rows of the reference Evidently tests, beyond it measures a distance. */
const FEW_ROWS = 1000

/** A column of whole numbers with so many different ones or fewer is categorical. */
const FEW_NUMBERS = 10

/** A numeric column with so many different values or fewer is compared as a categorical one. */
const FEW_VALUES = 5

/** The dataset has drifted where this share of the columns has. */
const DRIFT_SHARE = 0.5

/** DataDriftPreset of Evidently 0.7.21 with its defaults. */
export const evidently: Profile = {
  id: 'evidently',
  tool: 'Evidently 0.7.21, DataDriftPreset',
  rule: 'The table has drifted where at least half of its columns have',
  caveats: [
    "Its χ² test takes the reference's shares as exact, though they are estimated too: without any drift it rejects far more often than 5 % (44.7 % at 300 rows a side and eight even categories), and a category that the reference lacks gives p = 0 in one row",
    'Above 1 000 rows of reference it holds distances against 0.1 whatever the number of current rows: few current rows alarm without drift (70 % of numeric columns at 100 rows), and no confidence is stated',
    'Its Jensen–Shannon number is the distance with the natural logarithm, at most 0.833, not the divergence and not to base 2',
    'Half of the columns must drift for the table to have: a few columns that moved far go unnoticed',
    'Missing values are dropped before anything is compared: a column that loses them, or gains them, has not drifted',
  ],
  compare(reference, current) {
    const kind = kindOf(current)
    if (kind === 'text') {
      return {
        ...NOTHING,
        kind,
        method: reference.values.length > FEW_ROWS ? 'Absolute text content drift' : 'Percentile text content drift',
        note: 'Evidently trains a classifier on the texts, whose random numbers are not reproduced here',
      }
    }
    const [x, y] = [given(reference), given(current)]
    if (x.length === 0 || y.length === 0) {
      return { ...NOTHING, kind, method: 'none', note: 'Evidently raises an error for a column without a value' }
    }
    if (kind === 'num' && !x.every(value => typeof value === 'number')) {
      return { ...NOTHING, kind, method: 'none', note: 'Evidently raises an error: the reference holds text' }
    }
    if (reference.values.some(isInfinite) || current.values.some(isInfinite)) {
      return {
        ...NOTHING,
        kind,
        method: 'none',
        note: 'Evidently says two things of infinities, by column and by table',
      }
    }
    const different = new Set([...x, ...y]).size
    if (kind === 'num' && different > FEW_VALUES) return ofNumbers(x, y)
    return { kind, ...ofCategories(reference, current, different) }
  },
  decide(findings) {
    const drifted = findings.filter(finding => finding.drifted).length
    const unknown = findings.filter(finding => finding.drifted === undefined).length
    const [least, most] = [drifted / findings.length, (drifted + unknown) / findings.length]
    const status =
      least >= DRIFT_SHARE ? 'fail' : most < DRIFT_SHARE && unknown < findings.length ? 'pass' : 'inconclusive'
    return {
      status,
      reason: `Expected less than ${percent(DRIFT_SHARE)} of the columns to have drifted by Evidently's rules ${status === 'pass' ? 'and' : 'but'} found ${drifted} of ${findings.length}${unknown > 0 ? `, and ${unknown} of which nothing is known` : ''}`,
      measured: { value: least, unit: 'share of columns', n: findings.length },
      required: { comparator: '<', value: DRIFT_SHARE },
    }
  },
}

const NOTHING = { comparator: '>=' } as const

const isInfinite = (value: number | string | undefined): boolean => value === Infinity || value === -Infinity

const given = ({ values }: PandasColumn): (number | string)[] => [...values].filter(value => value !== undefined)

/** What `infer_column_type` makes of the current column. */
function kindOf(column: PandasColumn): 'num' | 'cat' | 'text' {
  const present = column.values.filter(value => value !== undefined)
  const different = new Set<unknown>(present).size
  if (column.dtype === 'float') return 'num'
  if (column.dtype === 'int') return different <= FEW_NUMBERS ? 'cat' : 'num'
  if (column.dtype === 'bool') return 'cat'
  return different > present.length / 2 ? 'text' : 'cat'
}

function ofNumbers(x: readonly (number | string)[], y: readonly (number | string)[]): ToolFinding {
  const [a, b] = [x, y].map(values => Float64Array.from(values, Number).sort())
  if (a === undefined || b === undefined) throw new Error('Expected two sides')
  if (x.length <= FEW_ROWS) {
    const score = ks2samp(a, b).pValue
    return { kind: 'num', method: 'K-S p_value', score, threshold: 0.05, comparator: '<=', drifted: score <= 0.05 }
  }
  const score = wassersteinDistance(a, b) / Math.max(spread(a), 0.001)
  return {
    kind: 'num',
    method: 'Wasserstein distance (normed)',
    score,
    threshold: 0.1,
    comparator: '>=',
    drifted: score >= 0.1,
  }
}

function ofCategories(reference: PandasColumn, current: PandasColumn, different: number): Omit<ToolFinding, 'kind'> {
  const counts = valueCounts(reference, current)
  const n = counts.reduce((sum, one) => sum + one.reference, 0)
  const m = counts.reduce((sum, one) => sum + one.current, 0)
  if (n > FEW_ROWS) {
    const divergence = jensenShannonDivergence(
      counts.map(one => one.reference),
      counts.map(one => one.current),
    )
    const score = Math.sqrt(divergence)
    return { method: 'Jensen-Shannon distance', score, threshold: 0.1, comparator: '>=', drifted: score >= 0.1 }
  }
  if (different > 2) {
    const expected = counts.map(one => one.reference * (m / n))
    const score = chi2GoodnessOfFit(
      counts.map(one => one.current),
      expected,
    ).pValue
    return { method: 'chi-square p_value', score, threshold: 0.05, comparator: '<', drifted: score < 0.05 }
  }
  const score = different === 1 ? 1 : zTest(counts, n, m)
  return { method: 'Z-test p_value', score, threshold: 0.05, comparator: '<', drifted: score < 0.05 }
}

/** Of the rows that do not hold the smallest value; p by 1 − Φ, as there, so that it ends at 1e-16. */
function zTest(
  counts: readonly { reference: number; current: number; value: number | string }[],
  n: number,
  m: number,
): number {
  const smallest = counts.reduce((a, b) => (a.value <= b.value ? a : b))
  const [p, q] = [(n - smallest.reference) / n, (m - smallest.current) / m]
  const pooled = (p * n + q * m) / (n + m)
  const z = (p - q) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
  return 2 * (1 - normal.cdf(Math.abs(z)))
}
