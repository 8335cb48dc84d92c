import type { PropertyDraft, QualityDraft, TableDraft } from '../drafts/draft.ts'

/** Expectations that measure a column's numbers. */
const MEASURE_NUMBERS =
  /^expect_column_(max|mean|median|min|range|sum|stdev|variance|skewness|kurtosis|iqr|zeros_proportion|quantile_values|value_z_scores|parameterized_distribution)_/
/** Expectations that measure numbers of several columns, which they name. */
const OF_SEVERAL: ReadonlySet<string> = new Set([
  'expect_column_pair_correlation_to_be_between',
  'expect_multicolumn_sum_to_equal',
])

/**
 * Takes columns that say no type for numbers where a rule measures theirs, as the source could only be run on such: a column
 * without a type is text to us, of which no mean can be told.
 */
export function takeNumbers({ properties, quality }: TableDraft): void {
  const named = new Set(quality.flatMap(namedNumbers))
  for (const property of properties.values()) {
    if (property.logicalType === undefined && (named.has(property.name) || isMeasured(property)))
      property.logicalType = 'number'
  }
}

const isMeasured = ({ quality }: PropertyDraft): boolean =>
  quality.some(rule => {
    const { expectation, min_value, max_value } = implementationOf(rule)
    if (MEASURE_NUMBERS.test(String(expectation))) return true
    return (
      expectation === 'expect_column_values_to_be_between' &&
      [min_value, max_value].some(bound => typeof bound === 'number')
    )
  })

function namedNumbers(rule: QualityDraft): unknown[] {
  const { expectation, column_A, column_B, column_list } = implementationOf(rule)
  if (!OF_SEVERAL.has(String(expectation))) return []
  return [column_A, column_B, ...(Array.isArray(column_list) ? column_list : [])]
}

const implementationOf = (rule: QualityDraft): Readonly<Record<string, unknown>> =>
  'engine' in rule && typeof rule.implementation === 'object' && rule.implementation !== null
    ? { ...rule.implementation }
    : {}
