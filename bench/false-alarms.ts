/**
 * How often drift-compare's default verdict is wrong or undecided, beside Evidently's defaults: thirty columns (five each normal,
 * lognormal, exponential, and categorical with 5, 20 and 100 values), 5 000 reference rows, without drift, and with the first normal,
 * lognormal and exponential column moved by 0.3 σ; what other limits would give; and whether the bounds keep their 95 %.
 *
 *   node bench/false-alarms.ts [--runs 2000] [--drift-runs 2000] [--cover-runs 1000] [--workers 2] [--sizes 50,100,500,2000,20000]
 *                              [--evidently-runs 2000] [--python PYTHON] [--parts FILE] [--minutes N]
 *
 * Evidently is run by PYTHON, by default the one that scripts/get-evidently.sh installs; --evidently-runs 0 leaves it out, as --cover-runs 0 does the bounds.
 * With --parts, every finished part is kept in FILE, and a bench that was stopped goes on where it was; parts of other code are made anew.
 * With --minutes, no part is begun later than that; 0 only prints what is finished. Parts are taken size by size in turn, so that a bench cut short has some of every
 * size; each row says how many runs it is of.
 */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { askEvidently, EvidentlyCounts, summed } from './false-alarms/ask-evidently.ts'
import { askWorker } from './false-alarms/ask-worker.ts'
import type { CoverTask } from './false-alarms/cover.ts'
import { drain, type Part } from './false-alarms/drain.ts'
import { FAMILIES } from './false-alarms/families.ts'
import { codeDigest, finished } from './false-alarms/finished.ts'
import { coverings, simulations } from './false-alarms/plan.ts'
import { ALPHA, COLUMNS, REFERENCE, SHIFT, type Task } from './false-alarms/simulate.ts'
import {
  categoriesTradeOff,
  numbersTradeOff,
  percentOf,
  table,
  withDrift,
  withoutDrift,
} from './false-alarms/table-rows.ts'
import { Tally, together } from './false-alarms/tally.ts'

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proofmark-evidently/bin/python')
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    'drift-runs': { type: 'string', default: '2000' },
    'cover-runs': { type: 'string', default: '1000' },
    workers: { type: 'string', default: '2' },
    sizes: { type: 'string', default: '50,100,500,2000,20000' },
    'evidently-runs': { type: 'string', default: '2000' },
    python: { type: 'string', default: cache },
    parts: { type: 'string' },
    minutes: { type: 'string', default: 'Infinity' },
  },
})
/** What makes the numbers; the series and the profiles do not. */
const MAKERS = [
  'src/core/drift/*.ts',
  'src/core/drift/methods/*.ts',
  'src/core/stats/{distances,distributions,intervals,multiplicity,random,special,tests}/*.ts',
  'bench/false-alarms/{simulate,draw-column,families,cover,tally}.ts',
  'bench/false-alarms/in-evidently.py',
]
const CHUNK = 25
/** The first table of every chunk goes through Evidently's preset as a whole, which takes it seconds. */
const EVIDENTLY_CHUNK = 200
const sizes = values.sizes.split(',').map(Number)
const evidentlyRuns = Number(values['evidently-runs'])
if (evidentlyRuns > 0 && !existsSync(values.python)) {
  throw new Error(`Expected ${values.python}. Run scripts/get-evidently.sh, or give --python, or --evidently-runs 0`)
}

const started = performance.now()
const inTime = () => performance.now() - started < Number(values.minutes) * 60_000
const code = codeDigest(MAKERS)
const done = finished(values.parts)

const ours = simulations(code, 'proofmark', CHUNK, sizes, Number(values.runs), Number(values['drift-runs']))
const theirs = simulations(code, 'evidently', EVIDENTLY_CHUNK, sizes, evidentlyRuns, evidentlyRuns)
const covers = coverings(code, sizes, Number(values['cover-runs']))

const workers = Array.from({ length: Number(values.workers) }, askWorker)
const isLeft = inTime() && theirs.some(({ key }) => done.get(key) === undefined)
const evidently = isLeft ? await askEvidently(values.python, REFERENCE) : undefined
if (evidently) done.add(`${code} evidently`, evidently.version)
await Promise.all([
  drain<{ simulate: Task } | { cover: CoverTask }>(
    [
      ...ours.map(({ key, rows, moved, runs, from }) => ({
        key,
        asked: { simulate: { current: rows, drifted: moved, runs, seed: `${moved} ${rows} ${from}` } },
      })),
      ...covers.map(({ key, ...task }) => ({
        key,
        asked: { cover: { ...task, seed: `${task.family} ${task.times} ${task.current}` } },
      })),
    ],
    workers.map(({ ask }) => ask),
    done,
    inTime,
  ),
  evidently &&
    drain(
      theirs.map(
        ({ key, rows, moved, runs, from }): Part<unknown> => ({
          key,
          asked: { rows, moved, runs, seed: [rows, from, moved ? 1 : 0] },
        }),
      ),
      [evidently.ask],
      done,
      inTime,
    ),
])
evidently?.end()
await Promise.all(workers.map(({ end }) => end()))

const tallies = (moved: boolean) =>
  bySize(
    ours.filter(part => part.moved === moved),
    answers => together(answers.map(answer => Tally.parse(answer))),
  )
const evidentlyCounts = (moved: boolean) =>
  bySize(
    theirs.filter(part => part.moved === moved),
    answers => summed(answers.map(answer => EvidentlyCounts.parse(answer))),
  )
const [still, moved] = [tallies(false), tallies(true)]

console.log(`${REFERENCE} reference rows, ${COLUMNS} columns, defaults of drift-compare, alpha ${ALPHA}; code ${code}`)
if (evidentlyRuns > 0)
  console.log(`Evidently ${done.get(`${code} evidently`)}, its own tests and thresholds for each column`)
console.log('\nNo drift: shares of runs with an alarm, shares of columns left undecided, in all and by family\n')
console.log(withoutDrift(still, evidentlyCounts(false)))
console.log(
  `\n3 of ${COLUMNS} columns moved by ${SHIFT} σ: shares of moved columns found; of runs with another column named\n`,
)
console.log(withDrift(moved, evidentlyCounts(true)))
const at500 = still.get(500)
if (at500) {
  console.log('\nThe limit of percentile-shift: moved columns found, unmoved columns of numbers undecided\n')
  console.log(numbersTradeOff(moved, at500))
  console.log('\nThe limit of le-cam: unchanged columns undecided at 500 rows\n')
  console.log(categoriesTradeOff(at500))
}
if (covers.length > 0) {
  console.log('\nTrue effects beyond the bounds, each of 95 % confidence: above the upper, below the lower\n')
  const Cover = z.object({ above: z.number(), below: z.number() })
  console.log(
    table(
      ['family', 'true effect', ...sizes.map(size => `${size} rows`)],
      FAMILIES.flatMap(({ name }, family) =>
        [0, 1, 2].map(times => [
          name,
          ['none', 'the limit', 'twice the limit'][times] ?? '',
          ...sizes.map(size => {
            const part = covers.find(one => one.family === family && one.times === times && one.current === size)
            const found = Cover.safeParse(part && done.get(part.key)).data
            return found ? `${percentOf(found.above, 1)}, ${percentOf(found.below, 1)}` : ''
          }),
        ]),
      ),
    ),
  )
}
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s`)

function bySize<T>(
  parts: readonly { readonly rows: number; readonly key: string }[],
  sum: (answers: readonly unknown[]) => T | undefined,
): Map<number, T> {
  const all = new Map<number, T>()
  for (const rows of new Set(parts.map(part => part.rows))) {
    const answers = parts.filter(part => part.rows === rows).flatMap(({ key }) => done.get(key) ?? [])
    const found = answers.length > 0 ? sum(answers) : undefined
    if (found !== undefined) all.set(rows, found)
  }
  return all
}
