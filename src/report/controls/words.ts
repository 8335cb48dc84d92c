import type { ControlStatus, Standing } from '../../core/controls/control-status.ts'
import { frameworkTitle } from '../../core/controls/frameworks.ts'

/** What every report on controls says of itself. */
export const DISCLAIMER =
  'This shows which evidence supports which control. Whether an organisation fulfils a control, people decide, who know what stands beside the evidence.'

export const STANDING_SIGN: Record<Standing, string> = {
  supported: '✅',
  partial: '🟡',
  'not supported': '❌',
  'not evaluable': '❔',
}

/** Controls by framework, in the order of the catalogue. */
export const byFramework = (
  statuses: readonly ControlStatus[],
): { framework: string; title: string; statuses: readonly ControlStatus[] }[] =>
  [...Map.groupBy(statuses, ({ framework }) => framework)].map(([framework, own]) => ({
    framework,
    title: frameworkTitle(framework),
    statuses: own,
  }))

/** `12 supported, 30 partial, 1 not supported, 8 not evaluable`. */
export const standings = (statuses: readonly ControlStatus[]): string =>
  (['supported', 'partial', 'not supported', 'not evaluable'] as const)
    .map(standing => `${statuses.filter(({ status }) => status === standing).length} ${standing}`)
    .join(', ')

/** The same without what there is none of. */
export const standingsFound = (statuses: readonly ControlStatus[]): string =>
  standings(statuses)
    .split(', ')
    .filter(part => !part.startsWith('0 '))
    .join(', ')

/** `3 days old`, and whether that is too old. */
export function ageOf({ freshness }: ControlStatus): string {
  if (!freshness) return '–'
  const { days, stale } = freshness
  return `${days} ${days === 1 ? 'day' : 'days'}${stale ? ', stale' : ''}`
}
