import type { Batch } from '../batch.ts'
import { conditionTruths } from '../conditions/condition-truths.ts'
import { FALSE, TRUE } from '../conditions/evaluate.ts'
import { defineCheck } from '../define-check.ts'
import { judgedRows } from '../measures/judged-rows.ts'
import { rowCount } from '../measures/row-count.ts'
import { sqlRules } from '../rules/sql-rules.ts'
import { finishCount, finishMetric } from '../verdicts/finish-metric.ts'

/** Rules of type sql that count rows: `SELECT COUNT(*) FROM ${table} WHERE …`, of a condition that holds for a row or does not. */
export const sql = defineCheck({
  id: 'sql',
  title: 'Number of rows that a query of SQL counts',
  rules: sqlRules,
  measures({ id, line, condition, table }) {
    const truths = condition && conditionTruths(condition, table)
    // A row is at fault here where the condition holds.
    const faults = (batch: Batch) =>
      truths ? truths(batch).map(truth => (truth === TRUE ? FALSE : TRUE)) : new Uint8Array(batch.rows)
    const says = truths?.says && { ...truths.says, counts: true }
    const counted = judgedRows(`${id}:${line}`, says ? Object.assign(faults, { says }) : faults)
    return { all: rowCount, counted }
  },
  finish(rule, { all, counted: { failed } }, rows) {
    if (!rule.condition) return finishCount(rule, all.rows)
    return finishMetric(rule, { rows: all.rows, counted: failed, words: 'is counted' }, rows)
  },
})
