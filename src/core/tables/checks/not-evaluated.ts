import { defineCheck } from '../define-check.ts'
import { type UnevaluatedRule, unevaluatedRules } from '../rules/unevaluated-rules.ts'

/** What the contract demands and Proofmark does not evaluate: a warning each, and inconclusive where its severity is error or a limit goes unchecked. */
export const notEvaluated = defineCheck({
  id: 'not-evaluated',
  title: 'Every rule of the contract was evaluated',
  rules: (table): UnevaluatedRule[] => unevaluatedRules(table),
  measures: () => ({}),
  finish: ({ id, title, reason, blocks, table, line, column, hint }) => ({
    id,
    title,
    status: blocks ? 'inconclusive' : 'warn',
    reason: `${reason} (${table.contract}:${line})`,
    hint,
    locations: [{ file: table.contract, line, ...(column ? { column: column.name } : {}), note: 'the rule' }],
  }),
})
