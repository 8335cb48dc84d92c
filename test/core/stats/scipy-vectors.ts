import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { sampleSpec } from './generated-sample.ts'

/** A double, or what JSON cannot hold, as text. */
const double = z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity']).transform(Number)])

/** What SciPy gave, or the class of the error it raised. */
function expectation<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.union([z.object({ error: z.string() }), z.object(shape)])
}

const test = expectation({ statistic: double, pvalue: double })
const distance = z.object({ distance: double })
const ends = z.tuple([double, double])

/** The file that scripts/make-scipy-vectors.py writes: inputs, and what SciPy and mpmath make of them. */
const Vectors = z.object({
  two_sample: z.array(
    z.object({
      id: z.string(),
      x_spec: sampleSpec,
      y_spec: sampleSpec,
      x: z.array(z.number()).optional(),
      y: z.array(z.number()).optional(),
      x_check: z.object({ first: z.number(), last: z.number(), sum_left_to_right: z.number() }),
      y_check: z.object({ first: z.number(), last: z.number(), sum_left_to_right: z.number() }),
      expected: z.object({
        ks_2samp: z.object({ statistic: double, pvalue: double, pvalue_asymp: double }),
        mannwhitneyu: z.object({ statistic: double, pvalue: double, pvalue_asymptotic: double }),
        cramervonmises_2samp: test,
        anderson_ksamp: test,
        epps_singleton_2samp: test,
        ttest_ind_welch: z.object({
          statistic: double,
          pvalue: double,
          df: double,
          ci95_low: double,
          ci95_high: double,
        }),
        wasserstein_distance: distance,
        energy_distance: distance,
      }),
    }),
  ),
  contingency: z.array(
    z.object({
      id: z.string(),
      table: z.array(z.array(z.number())),
      expected: z.object({
        chi2_contingency: expectation({
          statistic: double,
          pvalue: double,
          dof: z.number(),
          expected_freq: z.array(z.array(double)),
        }),
        g_log_likelihood: test,
      }),
    }),
  ),
  fisher: z.array(
    z.object({
      id: z.string(),
      table: z.array(z.array(z.number())),
      expected: z.object({
        fisher_exact: z.object({
          sample_odds_ratio: double,
          pvalue_two_sided: double,
          pvalue_less: double,
          pvalue_greater: double,
        }),
      }),
    }),
  ),
  binomial: z.array(
    z.object({
      id: z.string(),
      k: z.number(),
      n: z.number(),
      p: z.number(),
      expected: z.object({
        binomtest: z.object({
          pvalue_two_sided: double,
          pvalue_less: double,
          pvalue_greater: double,
          'clopper_pearson_0.9': ends,
          'clopper_pearson_0.95': ends,
          'clopper_pearson_0.99': ends,
          'clopper_pearson_lower_one_sided_0.95': double,
          'wilson_0.95': ends,
        }),
      }),
    }),
  ),
  distributions: z.array(
    z.object({
      distribution: z.enum(['norm', 't', 'chi2', 'f', 'beta']),
      parameters: z.array(z.number()),
      points: z.array(z.object({ x: z.number(), cdf: double, sf: double, cdf_ref: double, sf_ref: double })),
      quantiles: z.array(
        z.object({
          p: z.number(),
          ppf: double,
          isf: double,
          ppf_doubtful: z.boolean().optional(),
          isf_doubtful: z.boolean().optional(),
        }),
      ),
    }),
  ),
  multiple_testing: z.array(
    z.object({
      id: z.string(),
      p: z.array(z.number()),
      expected: z.object({
        adjusted: z.object({ bh: z.array(z.number()), by: z.array(z.number()), holm: z.array(z.number()) }),
      }),
    }),
  ),
})

const file = new URL('../../fixtures/goldens/scipy-vectors.json', import.meta.url)

/** Reference values from SciPy 1.17.1 and mpmath 1.4.1. */
export const vectors = Vectors.parse(JSON.parse(readFileSync(file, 'utf8')))
