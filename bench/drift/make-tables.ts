import { closeSync, openSync, writeSync } from 'node:fs'

/** Rows whose text is written at once. */
const PIECE = 5000
/** Share of missing cells in every third column. */
const MISSING = 0.02

type Draw = () => number

/** Writes a table of 30 columns from a seeded generator; `moved` shifts one column of each kind. Numbers are written in full, as pandas does. */
export function makeTable(path: string, rows: number, seed: number, moved: boolean): void {
  const uniform = mulberry32(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  const exponential = () => -Math.log(1 - uniform())
  const shift = moved ? 0.3 : 0
  const columns: [name: string, draw: () => string][] = [
    ...named('normal', 7, i => number(() => 50 + 10 * (normal() + (i === 0 ? shift : 0)))),
    ...named('lognormal', 7, i => number(() => Math.exp(8 + 0.6 * normal() + (i === 0 ? shift : 0)))),
    ...named('exponential', 6, i => number(() => (i === 0 ? 1 + shift : 1) * 100 * exponential())),
    ...named('few', 4, i => category(5, i === 0 ? shift : 0)),
    ...named('some', 3, i => category(20, i === 0 ? shift : 0)),
    ...named('many', 3, i => category(100, i === 0 ? shift : 0)),
  ]
  const file = openSync(path, 'w')
  writeSync(file, `${columns.map(([name]) => name).join(',')}\n`)
  for (let from = 0; from < rows; from += PIECE) {
    const lines = Array.from({ length: Math.min(PIECE, rows - from) }, () =>
      columns.map(([, draw], i) => (i % 3 === 0 && uniform() < MISSING ? '' : draw())).join(','),
    )
    writeSync(file, `${lines.join('\n')}\n`)
  }
  closeSync(file)

  function number(draw: Draw): () => string {
    return () => String(draw())
  }

  /** The later, the rarer. */
  function category(count: number, more: number): () => string {
    return () => `level ${Math.floor(count * uniform() ** (2 - more))}`
  }
}

const named = (name: string, count: number, draw: (i: number) => () => string): [string, () => string][] =>
  Array.from({ length: count }, (_, i) => [`${name}_${i + 1}`, draw(i)])

/** Numbers from 0 to 1. */
function mulberry32(seed: number): Draw {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
