// How often every interval covers the truth, in samples of populations that are known: node bench/coverage.ts [samples] [word of the method]
import { LEAST_ROWS } from '../src/core/model/tasks/least-rows.ts'
import { scenarios } from './coverage/scenarios.ts'
import { simulate } from './coverage/simulate.ts'

const LEVEL = 0.95
const samples = Number(process.argv[2] ?? 2000)
const word = process.argv[3] ?? ''
const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8)

console.log(
  `Two-sided ${100 * LEVEL} % intervals, ${samples} samples each: each end may miss in ${percent((1 - LEVEL) / 2).trim()}`,
)
console.log(
  '"floor": a floor just above the truth was passed; "ceiling": a ceiling just below it; "none": samples without an interval',
)
console.log(`Under ${LEAST_ROWS} rows, or with fewer than 10 of a class, no claim is decided, whatever the interval\n`)
const broken: string[] = []
const worst = new Map<string, { share: number; at: string }>()
for (const scenario of scenarios.filter(({ method }) => method.includes(word))) {
  const { method, population } = scenario
  const name = `${method}: ${population} (${scenario.truth.toPrecision(4)})`
  console.log(name)
  for (const n of [20, 50, 100, 1000]) {
    const { covered, floors, ceilings, width, none, kept } = simulate(scenario, n, { samples, level: LEVEL })
    const verdict = kept === undefined ? (n < LEAST_ROWS ? 'not decided' : 'no promise') : kept ? 'kept' : 'BROKEN'
    const figures =
      none === 1
        ? 'no interval'
        : `covers ${percent(covered)}  floor ${percent(floors)}  ceiling ${percent(ceilings)}  width ${width.toFixed(4)}  none ${percent(none)}`
    console.log(`  n ${String(n).padStart(4)}  ${figures}  ${verdict}`)
    if (kept === false) broken.push(`${name}, n = ${n}: covers ${percent(covered).trim()}`)
    const share = Math.max(floors, ceilings)
    if (n >= LEAST_ROWS && none < 0.5 && share > (worst.get(method)?.share ?? -1))
      worst.set(method, { share, at: `${floors > ceilings ? 'a floor' : 'a ceiling'}, ${population}, n = ${n}` })
  }
}
console.log('\nClaims passed that only just do not hold, at worst:')
for (const [method, { share, at }] of worst) console.log(`  ${method.padEnd(28)} ${percent(share)}  ${at}`)
console.log(
  broken.length === 0
    ? '\nEvery promise was kept'
    : `\nPromises not kept:\n${broken.map(line => `- ${line}`).join('\n')}`,
)
process.exitCode = broken.length === 0 ? 0 : 1
