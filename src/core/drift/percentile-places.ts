import { forEachPooledValue } from '../stats/samples/pooled.ts'

/** Two sides by the places of their values: the place of x among others is the share of them below x and half of those at x. */
export interface PercentilePlaces {
  /** Wasserstein-1 distance of the places in the reference. */
  readonly distance: number
  /** Variance of the places of the reference in itself. */
  readonly own: number
  /** Variance of the places of the reference in the current side, and of the current side in the reference. */
  readonly ofReference: number
  readonly ofCurrent: number
  /** Rows of both sides at the most frequent value. */
  readonly mostFrequent: number
}

/** Measures ascending numbers, at least one a side, in one walk. */
export function percentilePlaces(x: Float64Array, y: Float64Array): PercentilePlaces {
  const [n, m] = [x.length, y.length]
  let [belowX, belowY, before, distance, mostFrequent] = [0, 0, 0, 0, 0]
  const own = moments()
  const ofReference = moments()
  const ofCurrent = moments()
  forEachPooledValue(x, y, (_, inX, inY) => {
    const place = (belowX + inX / 2) / n
    distance += Math.abs(belowX / n - belowY / m) * (place - before)
    own.add(place, inX)
    ofCurrent.add(place, inY)
    ofReference.add((belowY + inY / 2) / m, inX)
    belowX += inX
    belowY += inY
    before = place
    mostFrequent = Math.max(mostFrequent, inX + inY)
  })
  return {
    distance,
    own: own.variance(),
    ofReference: ofReference.variance(),
    ofCurrent: ofCurrent.variance(),
    mostFrequent,
  }
}

/** Mean and variance of weighted values between 0 and 1, about ½ so that no digits are lost. */
function moments() {
  let [weight, sum, squares] = [0, 0, 0]
  return {
    add(value: number, times: number) {
      weight += times
      sum += times * (value - 0.5)
      squares += times * (value - 0.5) ** 2
    },
    variance: () => Math.max(0, squares / weight - (sum / weight) ** 2),
  }
}
