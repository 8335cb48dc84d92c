import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Portal } from '../../core/portal/portal.ts'
import { prose } from '../html/prose.ts'
import { folded } from '../html/table.ts'
import { shown } from '../html/text.ts'
import { day } from '../life/lanes.ts'
import { count } from '../numbers.ts'

const LISTED = 100

/** Certificates whose signatures are not believed, and logs of which none was asked. */
export function signatureNotices({ logs, models }: Portal): Element[] {
  const refused = models.flatMap(({ name, certificates }) =>
    certificates.flatMap(({ signature, version, at, sha256 }) =>
      signature.state === 'refused' ? [{ name, version, at, sha256, reason: signature.reason }] : [],
    ),
  )
  const silent = logs.filter(({ fault, asksSignatures, entries }) => !fault && !asksSignatures && entries > 0)
  return [
    ...(refused.length === 0
      ? []
      : [
          h('div.notice.fail', [
            h('p', [
              h('strong', `The signature of ${count(refused.length, 'certificate')} is not verified: `),
              'what such a certificate says counts for nothing here.',
            ]),
            folded(
              'Which certificates, and why',
              h(
                'ul.places',
                refused
                  .slice(0, LISTED)
                  .map(({ name, version, at, sha256, reason }) =>
                    h('li', [
                      `${shown(name, 120)} ${shown(version, 60)} of ${day(at)}, `,
                      h('code', sha256.slice(0, 12)),
                      `: ${shown(reason, 300)}`,
                    ]),
                  ),
              ),
              refused.length > LISTED ? h('p.note', `and ${count(refused.length - LISTED, 'more')}`) : '',
            ),
          ]),
        ]),
    ...silent.map(({ name }) =>
      h('div.notice', [
        h('p', [
          h('strong', ['No signature in the log ', h('code', shown(name, 200)), ' was verified: ']),
          ...prose(
            'nobody is named whose signatures count. Name keys or workflows under `policy.trust` of its `proofmark.yml`, or give `--key` or `--policy`.',
          ),
        ]),
      ]),
    ),
  ]
}
