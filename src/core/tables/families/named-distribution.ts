import { z } from 'zod'
import { beta } from '../../stats/distributions/beta.ts'
import { chiSquared } from '../../stats/distributions/chi-squared.ts'
import { normal } from '../../stats/distributions/normal.ts'
import { gammainc } from '../../stats/special/gammainc.ts'

type Cdf = (x: number) => number

const positive = z.number().positive()
const placed = { loc: z.number().default(0), scale: positive.default(1) }

/** Distributions with the parameters that Great Expectations gives them; `loc` and `scale` are SciPy's. */
const DISTRIBUTIONS: Readonly<Record<string, z.ZodType<Cdf>>> = {
  norm: z.strictObject({ mean: z.number(), std_dev: positive }).transform(({ mean, std_dev }): Cdf => {
    const { cdf } = normal
    return x => cdf((x - mean) / std_dev)
  }),
  uniform: z
    .strictObject({ min: z.number(), max: z.number() })
    .refine(({ min, max }) => min < max)
    .transform(
      ({ min, max }): Cdf =>
        x =>
          within((x - min) / (max - min)),
    ),
  expon: z.strictObject(placed).transform(
    ({ loc, scale }): Cdf =>
      x =>
        within(-Math.expm1(-(x - loc) / scale)),
  ),
  beta: z
    .strictObject({ alpha: positive, beta: positive, ...placed })
    .transform(({ alpha, beta: other, loc, scale }): Cdf => {
      const { cdf } = beta(alpha, other)
      return x => cdf(within((x - loc) / scale))
    }),
  gamma: z.strictObject({ alpha: positive, ...placed }).transform(
    ({ alpha, loc, scale }): Cdf =>
      x =>
        x <= loc ? 0 : gammainc(alpha, (x - loc) / scale),
  ),
  chi2: z.strictObject({ df: positive, ...placed }).transform(({ df, loc, scale }): Cdf => {
    const { cdf } = chiSquared(df)
    return x => (x <= loc ? 0 : cdf((x - loc) / scale))
  }),
}

const within = (share: number): number => Math.min(1, Math.max(0, share))

/** Their names. */
export const DISTRIBUTION_NAMES = ['norm', 'uniform', 'expon', 'beta', 'gamma', 'chi2'] as const

/** The distribution function of a name and its parameters; undefined where they are not its parameters. */
export const namedDistribution = (name: (typeof DISTRIBUTION_NAMES)[number], params: unknown): Cdf | undefined =>
  DISTRIBUTIONS[name]?.safeParse(params).data
