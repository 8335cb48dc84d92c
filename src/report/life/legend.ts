import { hatch } from './hatch.ts'
import type { Mark } from './lanes.ts'
import { markShape } from './mark-shape.ts'

const bar = (kind: string, words: string) =>
  `<li><svg viewBox="0 0 16 16" aria-hidden="true">${kind === 'revoked' ? hatch('legend') : ''}<rect class="bar ${kind}" x="1" y="4" width="14" height="8" rx="2"${kind === 'revoked' ? ' fill="url(#legend-hatch)"' : ''}/></svg>${words}</li>`
const mark = (kind: Mark['kind'], words: string) =>
  `<li><svg viewBox="0 0 16 16" aria-hidden="true"><path class="mark ${kind}" transform="translate(8 8)" d="${markShape(kind)}"/></svg>${words}</li>`

/** What the shapes of the time line mean. */
export const LEGEND = `<ul class="legend">${[
  bar('valid', 'certificate, valid'),
  bar('revoked', 'revoked'),
  bar('expired', 'expired or unknown'),
  bar('production', 'in production'),
  bar('waiver', 'waiver'),
  mark('approval', 'approval'),
  mark('refusal', 'refusal, revocation'),
  mark('review', 'review'),
].join('')}</ul>`
