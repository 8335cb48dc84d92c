import type { ControlStatus } from '../../core/controls/control-status.ts'
import { escapeText } from '../markdown/escape.ts'
import { folded, table } from '../markdown/table.ts'
import { byFramework, DISCLAIMER, STANDING_SIGN, standingsFound } from './words.ts'

/** Controls against which something speaks that are named; the rest are counted. */
const NAMED = 10

/** Controls in a line, which opens into how each framework stands and what something speaks against. */
export function controlsBlock(statuses: readonly ControlStatus[]): string {
  if (statuses.length === 0) return ''
  const against = statuses.filter(({ status }) => status === 'not supported')
  const more = against.length > NAMED ? `\n- and ${against.length - NAMED} more` : ''
  const listed = against
    .slice(0, NAMED)
    .map(
      ({ clause, control, reason }) =>
        `- ${STANDING_SIGN['not supported']} **${escapeText(clause)}** ${escapeText(control.title)}: ${escapeText(reason, 300)}`,
    )
    .join('\n')
  return folded(
    `Controls: ${standingsFound(statuses)}`,
    [
      table(
        ['Framework', 'Evidence'],
        byFramework(statuses).map(({ title, statuses: own }) => [escapeText(title), standingsFound(own)]),
      ),
      `${listed}${more}`,
      `<sub>${DISCLAIMER} All of them: \`proofmark controls\`.</sub>`,
    ]
      .filter(part => part !== '')
      .join('\n\n'),
  )
}
