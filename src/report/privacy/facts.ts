import type { Check, Evidence, GateName } from '../../core/evidence.ts'
import { topicOf } from '../../core/explain/topic-of.ts'
import type { PersonalColumn } from './personal-data.ts'

/** Lines that a field holds at most. */
const SHOWN = 40

/** What a gate found, in a line; none where it did not run. */
export const gateLine = (evidence: readonly Evidence[], gate: GateName, what: string): string[] => {
  const found = evidence.find(each => each.gate === gate)
  return found ? [`${what}: ${gate} ${found.verdict}, ${found.run.finishedAt.slice(0, 10)}`] : []
}

/** Checks of a gate about some topics, each with what was found. */
export function checkLines(evidence: readonly Evidence[], gate: GateName, topics: readonly string[]): string[] {
  const checks: Check[] = evidence
    .filter(each => each.gate === gate)
    .flatMap(each => each.checks.filter(({ id }) => topics.includes(topicOf(gate, id))))
  return limited(checks.map(({ title, status, reason }) => `${title}: ${status}. ${reason}`))
}

export const columnLines = (columns: readonly PersonalColumn[]): string[] =>
  limited(
    columns.map(
      ({ file, column, kind, category, classification }) =>
        `${column} (${file}): ${kind === '–' ? 'classified by the contract' : `${kind}, ${category}; contract: ${classification}`}`,
    ),
  )

export const limited = (lines: readonly string[]): string[] =>
  lines.length > SHOWN ? [...lines.slice(0, SHOWN), `and ${lines.length - SHOWN} more`] : [...lines]
