import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { EvidenceSummary } from '../../../core/portal/evidence-summary.ts'
import { badge } from '../../html/badge.ts'
import { shown } from '../../html/text.ts'
import { count } from '../../numbers.ts'

/** What did not pass in a gate's evidence, why, and what to do: the worst, and how many more there are. */
export function openChecks({ open, counts }: EvidenceSummary): ElementContent[] {
  const more = counts.fail + counts.inconclusive + counts.warn - open.length
  return [
    ...open.map(({ title, status, reason, hint }) =>
      h('div.check', { className: [status] }, [
        h('p', [badge(status), ' ', h('strong', shown(title))]),
        h('p', shown(reason, 500)),
        hint === undefined ? '' : h('p.hint', `→ ${shown(hint, 500)}`),
      ]),
    ),
    ...(more > 0 ? [h('p.note', `${count(more, 'more check')} that did not pass stand in the evidence.`)] : []),
  ]
}
