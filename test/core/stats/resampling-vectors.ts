import { readFileSync } from 'node:fs'
import { z } from 'zod'

const numbers = z.array(z.number())
const ends = z.tuple([z.number(), z.number()])

/** The file that scripts/make-resampling-vectors.py writes. */
const Vectors = z.object({
  bootstrap: z.array(
    z.object({
      id: z.string(),
      level: z.number(),
      estimate: z.number(),
      replicates: numbers,
      jackknife: z.array(numbers),
      bca: ends,
      percentile: ends,
      standard_error: z.number(),
    }),
  ),
  mcnemar: z.array(
    z.object({
      b: z.number(),
      c: z.number(),
      statistic: z.number(),
      exact: z.number(),
      mid_p: z.number(),
      chi2: ends.optional(),
      chi2_corrected: ends.optional(),
    }),
  ),
  sign_flip: z.array(z.object({ differences: numbers, statistic: z.number(), pvalue: z.number() })),
  diebold_mariano: z.array(
    z.object({ differences: numbers, horizon: z.number(), statistic: z.number(), pvalue: z.number() }),
  ),
  katz: z.array(
    z.object({ counts: z.tuple([z.number(), z.number(), z.number(), z.number()]), level: z.number(), ends }),
  ),
  quantile: z.array(
    z.object({
      n: z.number(),
      p: z.number(),
      level: z.number(),
      ranks: z.tuple([z.number().nullable(), z.number().nullable()]),
    }),
  ),
  clustered_mean: z.array(
    z.object({
      values: numbers,
      weights: numbers,
      codes: numbers,
      groups: z.number(),
      plain: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      weighted: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    }),
  ),
  block_length: z.array(z.object({ series: numbers, circular: z.number() })),
})

const file = new URL('../../fixtures/goldens/resampling-vectors.json', import.meta.url)

/** Reference values of SciPy, statsmodels, arch and dieboldmariano. */
export const vectors = Vectors.parse(JSON.parse(readFileSync(file, 'utf8')))
