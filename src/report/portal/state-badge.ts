import type { Element } from 'hast'
import { h } from 'hastscript'
import type { CertificateLife } from '../../core/record/promotion/life.ts'

const SIGN = {
  valid: ['pass', '✓'],
  early: ['warn', '…'],
  unknown: ['inconclusive', '?'],
  expired: ['past', '–'],
  revoked: ['fail', '✗'],
} as const satisfies Record<CertificateLife['state'], readonly [className: string, sign: string]>

/** A certificate's state as a coloured sign whose meaning is also there to be read aloud. */
export function stateBadge(state: CertificateLife['state']): Element {
  const [className, sign] = SIGN[state]
  return h('span.badge', { className: [className], role: 'img', ariaLabel: state, title: state }, sign)
}
