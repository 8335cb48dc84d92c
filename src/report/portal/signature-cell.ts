import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { SignatureFound } from '../../core/portal/signature-found.ts'
import { badge } from '../html/badge.ts'
import { shown } from '../html/text.ts'

/** Whether a signature was verified, by whose key or workflow, or why it was not. */
export function signatureCell(signature: SignatureFound): ElementContent[] {
  if (signature.state === 'verified')
    return [h('span.state', [badge('pass'), 'verified']), h('span.sub', `by ${shown(signature.by, 80)}`)]
  if (signature.state === 'refused')
    return [h('span.state', [badge('fail'), 'not verified']), h('span.sub', shown(signature.reason, 200))]
  return [h('span.state', [badge('inconclusive'), 'not asked'])]
}
