const asked = (name: string, rest = '') => `
          - { type: custom, engine: proofmark, implementation: { expectation: ${name}${rest === '' ? '' : `, ${rest}`} } }`

function ofNumbers(name: string, type: string, more = ''): string {
  const between = [
    'mean',
    'stdev',
    'variance',
    'sum',
    'min',
    'max',
    'range',
    'skewness',
    'kurtosis',
    'median',
    'iqr',
    'entropy',
  ]
  return `
      - name: ${name}
        logicalType: ${type}
        required: true${name === 'id' ? '\n        primaryKey: true' : ''}
        quality:${between.map(what => asked(`expect_column_${what}_to_be_between`, 'min_value: -5, max_value: 0.1')).join('')}${asked('expect_column_values_to_be_unique')}${asked('expect_column_quantile_values_to_be_between', 'quantile_ranges: { quantiles: [0.1, 0.5], value_ranges: [[0, 1], [0, 1]] }')}${asked('expect_column_unique_value_count_to_be_between', 'min_value: 0, max_value: 10')}${asked('expect_column_zeros_proportion_to_be_between', 'min_value: 0.5, max_value: 1')}${asked('expect_column_values_to_be_finite')}${asked('expect_column_values_to_be_between', 'min_value: -0.5, max_value: 999000')}${more}`
}

function contract(): string {
  return `apiVersion: v3.1.0
kind: DataContract
id: every
version: 1.0.0
status: active
schema:
  - name: table
    quality:
      - { type: custom, engine: proofmark, implementation: { expectation: expect_column_pair_correlation_to_be_between, column_A: x, column_B: y, min_value: 0.5, max_value: 1 } }
      - { type: custom, engine: proofmark, implementation: { expectation: expect_column_pair_values_a_to_be_greater_than_b, column_A: x, column_B: y } }
      - { type: custom, engine: proofmark, implementation: { expectation: expect_compound_columns_to_be_unique, column_list: [ref, color], where: 'x > 0' } }
      - { type: custom, engine: proofmark, implementation: { expectation: expect_table_row_count_to_be_between, min_value: 1, max_value: 10 } }
      - { type: custom, engine: proofmark, implementation: { expectation: expect_column_pair_cramers_phi_value_to_be_less_than, column_A: few, column_B: color, threshold: 0.001 } }
      - { type: sql, query: "SELECT COUNT(*) FROM \${table} WHERE x > y and color <> 'red' and money * 2 > 100", mustBeLessThan: 5 }
    properties:${ofNumbers('id', 'integer')}${ofNumbers('whole', 'integer')}${ofNumbers('x', 'number')}${ofNumbers('y', 'number')}${ofNumbers('money', 'number')}${ofNumbers('f', 'number')}${ofNumbers('few', 'integer')}
      - { name: flag, logicalType: boolean, required: true }
      - { name: day, logicalType: date, required: true, logicalTypeOptions: { minimum: '2020-01-05', maximum: '2074-01-01' } }
      - { name: at, logicalType: timestamp, required: true, logicalTypeOptions: { minimum: '2021-03-05T00:00:00Z', maximum: '2024-01-01T00:00:00Z' } }
      - { name: color, logicalType: string, required: true, quality: [{ type: library, metric: invalidValues, mustBe: 0, arguments: { validValues: [red, green] } }] }
      - { name: ref, logicalType: string, required: true, unique: true, logicalTypeOptions: { maxLength: 4 } }
`
}

/** Rules of every family over the columns of `everyKind`, most of them broken, so that there is something to tell. */
export const everyCheck = { name: 'every.odcs.yaml', text: contract() }

const one = (name: string, type: string, ...rules: string[]) => `
      - name: ${name}
        logicalType: ${type}
        required: true
        quality:${rules.map(rule => asked(rule.split('|')[0] ?? '', rule.split('|')[1])).join('')}`

/** One rule of each family, for engines that take a while for each question. */
export const eachFamily = {
  name: 'each.odcs.yaml',
  text: `apiVersion: v3.1.0
kind: DataContract
id: each
version: 1.0.0
status: active
schema:
  - name: table
    quality:
      - { type: custom, engine: proofmark, implementation: { expectation: expect_column_pair_correlation_to_be_between, column_A: x, column_B: y, min_value: 0.5, max_value: 1 } }
      - { type: custom, engine: proofmark, implementation: { expectation: expect_compound_columns_to_be_unique, column_list: [ref, color], where: 'x > 0' } }
      - { type: sql, query: "SELECT COUNT(*) FROM \${table} WHERE x > y and color <> 'red' and money * 2 > 100", mustBeLessThan: 5 }
    properties:${one('id', 'integer', 'expect_column_values_to_be_unique')}${one('x', 'number', 'expect_column_mean_to_be_between|min_value: 5, max_value: 6', 'expect_column_skewness_to_be_between|min_value: 0, max_value: 0.1', 'expect_column_values_to_be_between|min_value: -0.5, max_value: 999000')}${one('y', 'number', 'expect_column_stdev_to_be_between|min_value: 5, max_value: 6', 'expect_column_values_to_be_finite', 'expect_column_quantile_values_to_be_between|quantile_ranges: { quantiles: [0.1, 0.5], value_ranges: [[0, 1], [0, 1]] }')}${one('money', 'number', 'expect_column_sum_to_be_between|min_value: 0, max_value: 1', 'expect_column_unique_value_count_to_be_between|min_value: 0, max_value: 10')}
      - { name: at, logicalType: timestamp, required: true, logicalTypeOptions: { minimum: '2021-03-05T00:00:00Z', maximum: '2024-01-01T00:00:00Z' } }
      - { name: day, logicalType: date, required: true }
      - { name: color, logicalType: string, required: true, quality: [{ type: library, metric: invalidValues, mustBe: 0, arguments: { validValues: [red, green] } }] }
      - { name: ref, logicalType: string, required: true, logicalTypeOptions: { maxLength: 4 } }
`,
}
