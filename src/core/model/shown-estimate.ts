import type { Estimate } from './estimate.ts'

/** An estimate as the result writes it. */
export const shownEstimate = ({ value, n, interval, method, standardError }: Estimate, level: number) => ({
  value,
  n,
  ...(interval ? { interval: [...interval] satisfies [number, number], level } : {}),
  ...(method === undefined ? {} : { method }),
  ...(standardError === undefined ? {} : { standardError }),
})
