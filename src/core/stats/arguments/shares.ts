import { sum } from '../samples/sum.ts'

/** Two lists of shares of the same things, each divided by its sum; throws where one is negative or all are 0. */
export function sharePair(p: ArrayLike<number>, q: ArrayLike<number>): [number[], number[]] {
  if (p.length !== q.length)
    throw new RangeError(`Expected as many shares in q as in p, ${p.length}, but found ${q.length}`)
  return [shares(p, 'p'), shares(q, 'q')]
}

function shares(values: ArrayLike<number>, name: string): number[] {
  const list = Array.from(values)
  for (const value of list) {
    if (!(value >= 0 && value < Infinity)) {
      throw new RangeError(`Expected shares of at least 0 in ${name} but found ${value}`)
    }
  }
  const total = sum(list)
  if (total === 0) throw new RangeError(`Expected a share above 0 in ${name} but found none`)
  return list.map(value => value / total)
}
