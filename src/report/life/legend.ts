import { hatch } from './hatch.ts'

const bar = (kind: string, words: string) =>
  `<li><svg viewBox="0 0 16 16" aria-hidden="true">${kind === 'revoked' ? hatch('legend') : ''}<rect class="bar ${kind}" x="1" y="4" width="14" height="8" rx="2"${kind === 'revoked' ? ' fill="url(#legend-hatch)"' : ''}/></svg>${words}</li>`
const mark = (kind: string, path: string, words: string) =>
  `<li><svg viewBox="0 0 16 16" aria-hidden="true"><path class="mark ${kind}" d="${path}"/></svg>${words}</li>`

/** What the shapes of the time line mean. */
export const LEGEND = `<ul class="legend">${[
  bar('valid', 'certificate, valid'),
  bar('revoked', 'revoked'),
  bar('expired', 'expired or unknown'),
  bar('production', 'in production'),
  bar('waiver', 'waiver'),
  mark('approval', 'M3 8a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z', 'approval'),
  mark('refusal', 'M4 4l8 8M12 4l-8 8', 'refusal, revocation'),
  mark('review', 'M8 2l6 6l-6 6l-6 -6z', 'review'),
].join('')}</ul>`
