import { z } from 'zod'
import { ExpectationResult, expectationItem } from '../great-expectations/expectation-item.ts'
import { defineResultFormat } from '../result-format.ts'

const Validation = z.object({
  results: z.array(ExpectationResult),
  statistics: z.object({ evaluated_expectations: z.int() }),
  meta: z.object({ great_expectations_version: z.string().max(100) }),
})
/** What a checkpoint of 0.18 gives: a validation by run. */
const Checkpoint = z.object({ run_results: z.record(z.string(), z.object({ validation_result: z.unknown() })) })

const Known = z.object({
  results: z.array(z.object({ expectation_config: z.object({ kwargs: z.unknown() }) })),
  meta: z.object({ great_expectations_version: z.string() }),
})
const Recognised = z.union([
  Known,
  z.object({
    run_results: z
      .record(z.string(), z.object({ validation_result: Known }))
      .refine(runs => Object.keys(runs).length > 0),
  }),
])

/** Validation results of Great Expectations 0.18 and 1.x, and of a checkpoint of 0.18. */
export const greatExpectations = defineResultFormat({
  id: 'great-expectations',
  tool: 'Great Expectations',
  title: 'a validation result of Great Expectations',
  gate: 'data-validate',
  recognise: value => Recognised.safeParse(value).success,
  read(value) {
    const checkpoint = Checkpoint.safeParse(value)
    const validations = z
      .array(Validation)
      .parse(
        checkpoint.success ? Object.values(checkpoint.data.run_results).map(run => run.validation_result) : [value],
      )
    const version = validations[0]?.meta.great_expectations_version
    const results = validations.flatMap(validation => validation.results)
    const evaluated = validations.reduce((sum, { statistics }) => sum + statistics.evaluated_expectations, 0)
    return {
      ...(version === undefined ? {} : { version }),
      items: results.map(expectationItem),
      ...(evaluated === results.length
        ? {}
        : { incomplete: `it lists ${results.length} of ${evaluated} expectations` }),
    }
  },
})
