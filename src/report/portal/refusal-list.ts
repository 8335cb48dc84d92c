import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { PortalModel } from '../../core/portal/portal.ts'
import { badge, verdictBadge } from '../html/badge.ts'
import { shown } from '../html/text.ts'
import { day } from '../life/lanes.ts'
import { count } from '../numbers.ts'
import { link } from './link.ts'

/** Refusals told, and rules of each. */
const TOLD = 10
const RULES = 8

/** When and why a model was refused, the newest first. */
export function refusalList({ refusals }: PortalModel): ElementContent[] {
  return [
    ...refusals.slice(0, TOLD).map(({ at, version, facts, signature }) =>
      h('div.check', { className: [facts?.verdict === 'inconclusive' ? 'inconclusive' : 'fail'] }, [
        h('h3', [
          facts ? verdictBadge(facts.verdict) : badge('fail'),
          ` Version ${shown(version, 80)} on ${day(at)} `,
          link(facts?.run, 'run'),
        ]),
        signature.state === 'refused'
          ? h('p.note', `Its signature is not verified: ${shown(signature.reason, 200)}`)
          : '',
        facts
          ? h(
              'ul.places',
              facts.rules
                .slice(0, RULES)
                .map(({ title, reason, hint }) =>
                  h('li', [
                    h('strong', shown(title)),
                    `: ${shown(reason, 400)}`,
                    hint === undefined ? '' : ` → ${shown(hint, 300)}`,
                  ]),
                ),
            )
          : h('p', 'The log does not keep why.'),
      ]),
    ),
    ...(refusals.length > TOLD ? [h('p.note', `${count(refusals.length - TOLD, 'older refusal')} in the log.`)] : []),
  ]
}
