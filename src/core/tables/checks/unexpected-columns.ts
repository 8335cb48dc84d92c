import { grouped } from '../../wording/grouped.ts'
import { defineCheck, type Rule } from '../define-check.ts'
import { count, each } from '../wording/count.ts'
import { listed } from '../wording/listed.ts'

/** The file has no column that the contract does not name: a warning, as nobody has said what it holds. */
export const unexpectedColumns = defineCheck({
  id: 'unexpected-columns',
  title: 'Every column of the file is in the contract',
  rules: (table): Rule[] => [
    {
      id: 'unexpected-columns',
      title: 'Every column of the file is in the contract',
      table,
      line: table.lineOf('properties'),
    },
  ],
  measures: () => ({}),
  finish({ id, title, table, line }) {
    const { unexpected, file, contract, header, columns } = table
    const base = {
      id,
      title,
      measured: { value: unexpected.length, unit: 'columns', n: header.length },
      required: { comparator: '=' as const, value: 0, unit: 'columns' },
      locations: [...(unexpected.length > 0 ? [{ file, line: 1 }] : []), { file: contract, line, note: 'the rule' }],
    }
    if (unexpected.length === 0) {
      return { ...base, status: 'pass', reason: `The contract names ${each(header.length, 'column')} of the file` }
    }
    // Where no column is known the first line may be a row of data, whose values must not be shown.
    const named = columns.length > 0 ? `: ${listed(unexpected)}` : ''
    return {
      ...base,
      status: 'warn',
      reason: `The contract lacks ${grouped(unexpected.length)} of ${count(header.length, 'column')} of the file${named}`,
      hint: `Add them at ${contract}:${line}, with a type and a classification, or drop them from the file`,
    }
  },
})
