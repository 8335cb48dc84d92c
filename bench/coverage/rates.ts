import { tango } from '../../src/core/model/intervals/tango.ts'
import type { Interval } from '../../src/core/stats/index.ts'
import { clopperPearson, newcombe, wilson } from '../../src/core/stats/index.ts'
import { agrestiMin } from '../../src/core/stats/intervals/agresti-min.ts'
import { katz } from '../../src/core/stats/intervals/katz.ts'
import { drawBinomial } from '../../src/core/stats/random/draw-binomial.ts'
import { drawMultinomial } from '../../src/core/stats/random/draw-multinomial.ts'
import type { Scenario } from './scenario.ts'

const ends = ({ lower, upper }: Interval) => [lower, upper] as const

/** Rates, differences of rates on the same rows, and rates of two groups. */
export const rates: Scenario[] = [
  ...[0.5, 0.9, 0.99].flatMap((rate): Scenario[] => [
    {
      method: 'clopper-pearson',
      population: `rate ${rate}`,
      truth: rate,
      promise: 'exact',
      from: 20,
      draw: (n, level, random) => ends(clopperPearson(drawBinomial(random, n, rate), n, level)),
    },
    {
      // Decides nothing; towards 1 it covers too seldom in 100 rows.
      method: 'wilson (display)',
      population: `rate ${rate}`,
      truth: rate,
      promise: 'nominal',
      from: rate > 0.95 ? 1000 : 100,
      draw: (n, level, random) => ends(wilson(drawBinomial(random, n, rate), n, level)),
    },
  ]),
  ...[
    [0.1, 0.1],
    [0.02, 0.05],
    [0.005, 0.01],
    [0, 0.02],
    [0, 0.2],
  ].flatMap(([gained = 0, lost = 0]): Scenario[] =>
    (['tango', 'agresti-min'] as const).map(method => ({
      method,
      population: `${gained} of the rows gained, ${lost} lost`,
      truth: gained - lost,
      promise: 'nominal',
      // Agresti and Min's decides nothing: it passes too much where few pairs differ, all to one side.
      from: method === 'tango' ? 50 : 1000,
      draw(n, level, random) {
        const drawn = new Float64Array(3)
        drawMultinomial(random, n, [gained * 1e6, lost * 1e6, 1e6 - (gained + lost) * 1e6].map(Math.round), drawn)
        const [b = 0, c = 0] = drawn
        return method === 'tango' ? tango(b, c, n, level) : ends(agrestiMin(b, c, n, level))
      },
    })),
  ),
  ...[
    [0.8, 0.9],
    [0.05, 0.05],
    [0.02, 0.1],
  ].flatMap(([first = 0, second = 0]): Scenario[] => [
    {
      method: 'newcombe',
      population: `rates ${first} and ${second} of half the rows each`,
      truth: first - second,
      promise: 'nominal',
      from: 50,
      draw: (n, level, random) =>
        ends(newcombe(drawBinomial(random, n / 2, first), n / 2, drawBinomial(random, n / 2, second), n / 2, level)),
    },
    {
      method: 'katz',
      population: `rates ${first} and ${second} of half the rows each`,
      truth: first / second,
      promise: 'nominal',
      from: 50,
      draw: (n, level, random) =>
        ends(katz(drawBinomial(random, n / 2, first), n / 2, drawBinomial(random, n / 2, second), n / 2, level)),
    },
  ]),
]
