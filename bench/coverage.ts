// How often every interval covers the truth, in samples of populations that are known: node bench/coverage.ts [samples] [word of the method]
import { LEAST_ROWS } from '../src/core/model/tasks/least-rows.ts'
import { scenarios } from './coverage/scenarios.ts'
import { simulate } from './coverage/simulate.ts'

const LEVEL = 0.95
const samples = Number(process.argv[2] ?? 2000)
const word = process.argv[3] ?? ''
const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8)

console.log(
  `Two-sided ${100 * LEVEL} % intervals, ${samples} samples each; so a floor at the truth may be passed in ${percent((1 - LEVEL) / 2).trim()}`,
)
console.log('"passed": the interval lies above the truth; "refused": below; "none": samples without an interval')
console.log(`Under ${LEAST_ROWS} rows, or with fewer than 10 of a class, no claim is decided, whatever the interval\n`)
const broken: string[] = []
let last = ''
for (const scenario of scenarios.filter(({ method }) => method.includes(word))) {
  const name = `${scenario.method}: ${scenario.population} (${scenario.truth.toPrecision(4)})`
  if (name !== last) console.log(name)
  last = name
  for (const n of [20, 50, 100, 1000]) {
    const { covered, accepted, refused, width, none, kept } = simulate(scenario, n, { samples, level: LEVEL })
    const verdict = kept === undefined ? (n < LEAST_ROWS ? 'not decided' : 'no promise') : kept ? 'kept' : 'BROKEN'
    const figures =
      none === 1
        ? '     no interval'
        : `covers ${percent(covered)}  passed ${percent(accepted)}  refused ${percent(refused)}  width ${width.toFixed(4)}`
    console.log(`  n ${String(n).padStart(4)}  ${figures}  none ${percent(none)}  ${verdict}`)
    if (kept === false)
      broken.push(`${name}, n = ${n}: covers ${percent(covered).trim()}, passed ${percent(accepted).trim()}`)
  }
}
console.log(
  broken.length === 0
    ? '\nEvery promise was kept'
    : `\nPromises not kept:\n${broken.map(line => `- ${line}`).join('\n')}`,
)
process.exitCode = broken.length === 0 ? 0 : 1
