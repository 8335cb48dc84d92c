// How often the rules over operational series err on production in which nothing is wrong, and how often they find what is: simulated.
import { QUIET, simulate } from '../test/core/drift/series/simulate.ts'

const runs = Number(process.argv[2] ?? 200)
const HOURS = 6 * 7 * 24
const percent = (count: number) => `${((100 * count) / runs).toFixed(1)} %`

console.log(`Six weeks by the hour, three series, the first two weeks learnt, alpha 5 %: ${runs} runs each\n`)
console.log(
  '| Nothing is wrong | Any false alarm, usual rules | Any, all rules | Most often |\n| --- | --- | --- | --- |',
)
for (const [name, options] of Object.entries(QUIET)) {
  const of = (all: boolean) =>
    Array.from({ length: runs }, (_, seed) => simulate({ seed: seed + 1, hours: HOURS, ...options }, { all }).failed)
  const [usual, every] = [of(false), of(true)]
  const counts = Map.groupBy(
    every.flatMap(failed => [...new Set(failed)]),
    id => id,
  )
  const most = [...counts]
    .map(([id, { length }]) => [id, length] as const)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2)
  const alarms = (all: string[][]) => percent(all.filter(({ length }) => length > 0).length)
  console.log(
    `| ${name} | ${alarms(usual)} | ${alarms(every)} | ${most.map(([id, n]) => `${id} ${percent(n)}`).join(', ')} |`,
  )
}

const at = (from: number, hours: number, change: (since: number) => object) => (hour: number) =>
  hour >= from && hour < from + hours ? change(hour - from) : {}
const INCIDENTS = {
  'volume halved for 3 hours': at(700, 3, () => ({ volume: 0.5 })),
  'volume down 30 % for a day': at(700, 24, () => ({ volume: 0.7 })),
  'volume down 15 % for a week': at(700, 168, () => ({ volume: 0.85 })),
  'errors five times as many for 2 hours': at(700, 2, () => ({ errors: 5 })),
  'errors up by half for two days': at(700, 48, () => ({ errors: 1.5 })),
  'latency doubled for an hour': at(700, 1, () => ({ latency: 2 })),
  'latency creeping up by 30 % in a week': at(700, 168, since => ({ latency: 1 + (0.3 * since) / 168 })),
}
if (process.argv[3] !== 'quiet')
  console.log('\n| Incident | Found, independent hours | Found, neighbouring hours alike |\n| --- | --- | --- |')
for (const [name, change] of Object.entries(INCIDENTS)) {
  const found = (options: object) =>
    percent(
      Array.from({ length: runs }, (_, seed) => simulate({ seed: seed + 1, hours: HOURS, ...options, change })).filter(
        ({ failed }) => failed.length > 0,
      ).length,
    )
  console.log(`| ${name} | ${found({})} | ${found({ noise: 0.06, correlation: 0.85 })} |`)
}
