import type { Evidence } from '../core/evidence.ts'
import { visible } from './markdown/escape.ts'
import { STATUS_ORDER } from './words.ts'

/** Why a gate did not pass, in a line: the check that decided, and how many more there are. */
export function failureLine({ gate, verdict, checks }: Evidence): string {
  const open = checks.filter(({ status }) => status === 'fail' || status === 'inconclusive')
  const [worst] = open.toSorted((a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status))
  if (!worst) return `${gate} ${verdict}`
  const more = open.length > 1 ? ` (and ${open.length - 1} more)` : ''
  return visible(`${gate} ${verdict}: ${worst.reason}${worst.hint === undefined ? '' : `. ${worst.hint}`}${more}`)
}
