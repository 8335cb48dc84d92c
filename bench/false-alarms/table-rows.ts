import type { EvidentlyCounts } from './ask-evidently.ts'
import { FAMILIES } from './families.ts'
import { LIMITS, type Tally } from './tally.ts'

type Cell = string | number
type BySize<T> = ReadonlyMap<number, T>

const NUMBERS = [0, 1, 2]
const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
const at = (counts: readonly number[], i: number) => counts[i] ?? 0
const percent = (part: number, whole: number) => (whole > 0 ? `${((100 * part) / whole).toFixed(1)} %` : '')

/** A table in Markdown. */
export function table(head: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) => `| ${cells.join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

/** Nothing has changed: what fails, is advised, is left undecided; and what Evidently says. */
export function withoutDrift(found: BySize<Tally>, evidently: BySize<EvidentlyCounts>): string {
  const sizes = [...new Set([...found.keys(), ...evidently.keys()])].toSorted((a, b) => a - b)
  return table(
    [
      ...['current rows', 'runs', 'any column fails', 'any column advised', 'columns undecided'],
      ...FAMILIES.map(({ name }) => name),
      ...['Evidently: runs', 'any column drifted', 'columns drifted', 'table drifted'],
    ],
    sizes.map(size => {
      const [one, other] = [found.get(size), evidently.get(size)]
      return [
        size,
        ...(one
          ? [
              one.runs,
              percent(one.falseRuns, one.runs),
              percent(one.falselyAdvisedRuns, one.runs),
              percent(total(one.undecided), total(one.unmoved)),
              ...FAMILIES.map((_, i) => percent(at(one.undecided, i), at(one.unmoved, i))),
            ]
          : Array<Cell>(4 + FAMILIES.length).fill('')),
        ...(other
          ? [
              other.runs,
              percent(other.falseRuns, other.runs),
              percent(total(other.falseColumns), 30 * other.runs),
              percent(other.datasetRuns, other.runs),
            ]
          : Array<Cell>(4).fill('')),
      ]
    }),
  )
}

/** Three columns have moved: which of them are found, and whether another is named. */
export function withDrift(found: BySize<Tally>, evidently: BySize<EvidentlyCounts>): string {
  const sizes = [...new Set([...found.keys(), ...evidently.keys()])].toSorted((a, b) => a - b)
  return table(
    [
      ...['current rows', 'runs', 'found: fails', ...NUMBERS.map(i => FAMILIES[i]?.name ?? ''), 'advised'],
      ...['another fails', 'another advised', 'Evidently: runs', 'found', 'another drifted', 'table drifted'],
    ],
    sizes.map(size => {
      const [one, other] = [found.get(size), evidently.get(size)]
      return [
        size,
        ...(one
          ? [
              one.runs,
              percent(total(one.found), total(one.moved)),
              ...NUMBERS.map(i => percent(at(one.found, i), at(one.moved, i))),
              percent(total(one.advised), total(one.moved)),
              percent(one.falseRuns, one.runs),
              percent(one.falselyAdvisedRuns, one.runs),
            ]
          : Array<Cell>(8).fill('')),
        ...(other
          ? [
              other.runs,
              percent(total(other.found), 3 * other.runs),
              percent(other.falseRuns, other.runs),
              percent(other.datasetRuns, other.runs),
            ]
          : Array<Cell>(4).fill('')),
      ]
    }),
  )
}

/** What other limits of percentile-shift would give: moved columns found by size, unmoved columns of numbers undecided. */
export function numbersTradeOff(moved: BySize<Tally>, still: Tally): string {
  return table(
    ['limit', ...[...moved.keys()].map(size => `fails at ${size}`), 'undecided at 500'],
    LIMITS.map((limit, i) => [
      limit,
      ...[...moved.values()].map(one => percent(total(one.foundAt[i] ?? []), total(one.moved))),
      percent(
        total(NUMBERS.map(f => at(still.undecidedAt[i] ?? [], f))),
        total(NUMBERS.map(f => at(still.unmoved, f))),
      ),
    ]),
  )
}

/** What other limits of le-cam would leave undecided. */
export function categoriesTradeOff(still: Tally): string {
  const families = [3, 4, 5]
  return table(
    ['limit', ...families.map(i => FAMILIES[i]?.name ?? '')],
    LIMITS.map((limit, i) => [
      limit,
      ...families.map(f => percent(at(still.undecidedAt[i] ?? [], f), at(still.unmoved, f))),
    ]),
  )
}

/** A share of a hundred. */
export const percentOf = percent
