import type { JudgedQuestion } from './judged-question.ts'
import type { ChangeRow } from './result.ts'

/** What was asked and found, for evidence. */
export function changeRow({ question, pValue, adjustedPValue, finding }: JudgedQuestion, level: number): ChangeRow {
  const { id, title, worse, of, rows, change, gap, limit } = question
  return {
    id,
    title,
    ...(of ? { by: of.by, slice: of.slice } : {}),
    worse,
    rows: change ? { ...change.rows } : { ...rows },
    ...(change
      ? {
          reference: change.reference,
          current: change.current,
          change: change.value,
          interval: [...change.intervalAt(level)] satisfies [number, number],
          method: change.method,
        }
      : {}),
    ...(limit === undefined ? {} : { limit }),
    ...(pValue === undefined ? {} : { pValue }),
    ...(adjustedPValue === undefined ? {} : { adjustedPValue }),
    ...(finding === undefined ? {} : { status: finding }),
    ...(gap === undefined ? {} : { note: gap }),
  }
}
