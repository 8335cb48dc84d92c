import type { Evidence } from '../core/evidence.ts'
import { dataSinceLine } from './data-since.ts'
import { visible } from './markdown/escape.ts'
import { type Recorded, recordLine } from './record-section.ts'
import { ruleLines } from './rule-lines.ts'
import { RULE_ORDER } from './rule-text.ts'
import { type Line, terminalLines } from './terminal.ts'
import { verdictLine } from './verdict-line.ts'

/** Where things are, as the reader in the working directory would type it. */
export type Shown = (path: string) => string

/** Everything a run found, for a terminal: the gates, then the record. */
export function terminalReport(evidence: readonly Evidence[], recorded: Recorded | undefined, shown: Shown): Line[] {
  const gates = evidence.flatMap(document => [...terminalLines(document), blank])
  return recorded ? [...gates, ...recordLines(recorded, shown)] : gates.slice(0, -1)
}

/** The result in one line: of the record where there is one, else of the gate. */
export function oneLine(evidence: readonly Evidence[], recorded: Recorded | undefined): string {
  if (recorded) return visible(recordLine(recorded))
  return evidence.map(document => `${document.gate} ${lowerFirst(verdictLine(document))}`).join(' · ')
}

function recordLines(recorded: Recorded, shown: Shown): Line[] {
  const { decision, model, since, path, problem } = recorded
  const tone = problem ? 'inconclusive' : decision.verdict
  const open = RULE_ORDER.slice(0, -1).flatMap(status => decision.rules.filter(rule => rule.status === status))
  return [
    { tone, text: visible(recordLine(recorded)) },
    ...open.flatMap(rule => ruleLines(rule)),
    ...(problem ? [{ tone: 'plain' as const, text: `    ${visible(problem.message)}` }] : []),
    ...(problem?.hint === undefined ? [] : [{ tone: 'plain' as const, text: `      → ${visible(problem.hint)}` }]),
    ...decision.notes.map(note => ({ tone: 'muted' as const, text: `    ${visible(note)}` })),
    ...(since?.data ?? []).map(data => ({
      tone: 'muted' as const,
      text: `    ${visible(dataSinceLine(data, { name: String, words: String }))}`,
    })),
    ...(model.id === undefined ? [] : [{ tone: 'muted' as const, text: `    model id     ${model.id}` }]),
    ...(path === undefined
      ? []
      : [
          {
            tone: 'muted' as const,
            text: `    ${decision.verdict === 'passed' ? 'certificate ' : 'refusal     '} ${shown(path)}`,
          },
        ]),
  ]
}

const blank: Line = { tone: 'plain', text: '' }
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
