import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Portal } from '../../core/portal/portal.ts'
import { badge } from '../html/badge.ts'
import { grid, lines } from '../html/grid.ts'
import { folded } from '../html/table.ts'
import { shown } from '../html/text.ts'
import { day } from '../life/lanes.ts'
import { count, formatNumber } from '../numbers.ts'
import { signatureNotices } from './signature-notices.ts'

const LISTED = 100

/** What a reader must know before believing what is shown: logs that are not believed, gaps in them, and evidence that could not be read. */
export function logNotices(portal: Portal): Element[] {
  const { logs, unread, strangers, models } = portal
  const older = models.flatMap(({ evidence }) => evidence.filter(one => one.older !== undefined))
  return [
    ...logs.flatMap(({ name, fault }) =>
      fault
        ? [
            h('div.notice.fail', [
              h('p', [h('strong', `The log ${shown(name, 200)} is not believed, and nothing of it is shown.`)]),
              h('p', shown(fault.message, 1000)),
              fault.hint === undefined ? '' : h('p.hint', `→ ${shown(fault.hint, 500)}`),
            ]),
          ]
        : [],
    ),
    ...logs.flatMap(({ name, gaps }) =>
      gaps.length === 0
        ? []
        : [
            h('div.notice', [
              h('p', [
                h('strong', `The log ${shown(name, 200)} has ${count(gaps.length, 'gap')}: `),
                'entries whose documents it does not keep. What they say is not known here, and nothing is made up for it.',
              ]),
              folded(
                'Which',
                h(
                  'ul.places',
                  gaps
                    .slice(0, LISTED)
                    .map(({ type, at, model, document }) =>
                      h('li', [
                        `${type} of ${day(at)}${model === undefined ? '' : `, ${shown(model, 120)}`}, `,
                        h('code', document),
                      ]),
                    ),
                ),
                gaps.length > LISTED ? h('p.note', `and ${count(gaps.length - LISTED, 'more')}`) : '',
              ),
            ]),
          ],
    ),
    ...signatureNotices(portal),
    ...(older.length > 0
      ? [
          h('div.notice', [
            h(
              'p',
              `${count(older.length, 'evidence file')} of an older version: only the verdict is shown, on the page of the model.`,
            ),
          ]),
        ]
      : []),
    ...(unread.length > 0
      ? [
          h('div.notice', [
            h('p', [h('strong', `${count(unread.length, 'evidence file')} could not be read.`)]),
            folded(
              'Which evidence, and why',
              h(
                'ul.places',
                unread
                  .slice(0, LISTED)
                  .map(({ path, reason }) => h('li', [h('code', shown(path)), `: ${shown(reason, 300)}`])),
              ),
            ),
          ]),
        ]
      : []),
    ...(strangers.length > 0
      ? [
          h('div.notice', [
            h('p', `${count(strangers.length, 'evidence file')} about no model that a log knows: shown on no page.`),
            folded(
              'Which evidence is about none',
              h(
                'ul.places',
                strangers
                  .slice(0, LISTED)
                  .map(({ path, gate, verdict, finishedAt }) =>
                    h('li', [h('code', shown(path)), `: ${gate}, ${verdict}, ${day(finishedAt)}`]),
                  ),
              ),
            ),
          ]),
        ]
      : []),
  ]
}

/** Of certificates: `12 verified, 1 not`. */
function signatures(models: Portal['models']): string {
  const states = models.flatMap(({ certificates }) => certificates.map(({ signature }) => signature.state))
  const told = [
    ['verified', 'verified'],
    ['refused', 'not verified'],
    ['not asked', 'not asked'],
  ] as const
  return told
    .map(([state, text]) => [states.filter(each => each === state).length, text] as const)
    .filter(([n]) => n > 0)
    .map(([n, text]) => `${formatNumber(n)} ${text}`)
    .join(', ')
}

/** Every log, its head, who has witnessed it, and what is missing. */
export const logTable = ({ logs, models }: Portal): Element =>
  grid(
    count(logs.length, 'log'),
    [
      { title: 'Verified', hidden: true },
      { title: 'Log' },
      { title: 'Models', align: 'right' },
      { title: 'Entries', align: 'right' },
      { title: 'Gaps', align: 'right' },
      { title: 'Signatures' },
      { title: 'Witnessed' },
      { title: 'Root of its tree' },
    ],
    lines(
      logs.map(({ name, fault, entries, gaps, witnesses, asOf, root, size }) => [
        badge(fault ? 'fail' : gaps.length > 0 ? 'warn' : 'pass'),
        h('code', shown(name, 200)),
        fault ? '' : formatNumber(models.filter(({ log }) => log === name).length),
        fault ? '' : formatNumber(entries),
        fault ? '' : formatNumber(gaps.length),
        fault ? '' : signatures(models.filter(({ log }) => log === name)),
        fault
          ? 'not believed'
          : witnesses.length === 0
            ? 'by nobody else'
            : `${formatNumber(size)} entries by ${shown(witnesses.join(', '), 200)}${asOf === undefined ? '' : `, as of ${day(asOf)}`}`,
        fault ? '' : h('code', root),
      ]),
    ),
    { hideCaption: true },
  )
