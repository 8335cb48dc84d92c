import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Portal, PortalModel } from '../../core/portal/portal.ts'
import { badge } from '../html/badge.ts'
import { filter, grid, type Line } from '../html/grid.ts'
import { shown } from '../html/text.ts'
import { day } from '../life/lanes.ts'
import { count, formatNumber } from '../numbers.ts'
import { openChecks } from './model/open-checks.ts'
import { bestCertificate, newest } from './standing.ts'
import { toModel } from './to-model.ts'

/** Characters of the names of a table's columns. */
const NAMES = 20_000
/** Models whose open checks are told. */
const TOLD = 20

/** For who answers for data: which contract and which data each model rests on, what did not pass, and what is shared. */
export function dataOwnerPage({ models }: Portal): ElementContent[] {
  const open = models.flatMap(model => {
    const evidence = newest(model, 'data-validate')
    return evidence && evidence.open.length > 0 ? [{ model, evidence }] : []
  })
  return [
    h('h1', 'Contracts and data'),
    h(
      'p.lead',
      'For the data owner: what each model was certified on, by which contract, and what the newest evidence says of it.',
    ),
    h('section', { ariaLabelledBy: 'open-title' }, [
      h('h2', { id: 'open-title' }, 'What did not pass'),
      ...(open.length === 0 ? [h('p.lead', 'Nothing, in the newest evidence of data-validate that was found.')] : []),
      ...open
        .slice(0, TOLD)
        .flatMap(({ model, evidence }) => [
          h('h3', [toModel(model, 'data'), ` on ${day(evidence.finishedAt)}`]),
          ...openChecks(evidence),
        ]),
      open.length > TOLD ? h('p.note', `and ${count(open.length - TOLD, 'more model')}`) : '',
    ]),
    h('section', { ariaLabelledBy: 'data-title' }, [
      h('h2', { id: 'data-title' }, 'Data by model'),
      filter('data', 'Data', [
        {
          name: 'role',
          title: 'Role',
          answers: ['contract', 'data', 'train', 'reference', 'current', 'predictions'].map(
            role => [role, role] as const,
          ),
        },
      ]),
      grid(
        'What the certificate of each model was decided on',
        [
          { title: 'Model' },
          { title: 'Role' },
          { title: 'File' },
          { title: 'Rows', align: 'right' },
          { title: 'data-validate' },
          { title: 'Certified' },
          { title: 'SHA-256' },
        ],
        models.flatMap(dataLines),
        { id: 'data', hideCaption: true },
      ),
    ]),
    ...sensitive(models),
    ...shared(models),
  ]
}

function dataLines(model: PortalModel): Line[] {
  const certificate = bestCertificate(model)
  const gate = certificate?.facts?.gates.find(one => one.gate === 'data-validate')
  return (certificate?.facts?.data ?? []).map(({ role, name, rows, digest }) => ({
    tags: [role],
    cells: [
      toModel(model, 'data'),
      role,
      h('code', shown(name, 120)),
      rows === undefined ? '' : formatNumber(rows),
      gate
        ? h('span.state', [
            badge(gate.verdict === 'waived' ? 'warn' : 'pass'),
            `${gate.verdict}, ${count(gate.checks, 'check')}`,
          ])
        : 'not run',
      certificate ? h('time', { dateTime: certificate.at }, day(certificate.at)) : '',
      h('code', { title: digest.sha256 }, digest.sha256.slice(0, 12)),
    ],
  }))
}

function sensitive(models: readonly PortalModel[]): ElementContent[] {
  const rows = models.flatMap(model =>
    (newest(model, 'data-validate')?.tables ?? [])
      .filter(({ sensitive: columns }) => columns.length > 0)
      .map(({ file, sensitive: columns }) => ({
        cells: [
          toModel(model, 'data'),
          h('code', shown(file, 120)),
          formatNumber(columns.length),
          h('span.names', shown(columns.map(column => shown(column, 80)).join(', '), NAMES)),
        ],
      })),
  )
  if (rows.length === 0) return []
  return [
    h('section', { ariaLabelledBy: 'sensitive-title' }, [
      h('h2', { id: 'sensitive-title' }, 'Columns that contracts classify as sensitive'),
      grid(
        count(rows.length, 'table'),
        [{ title: 'Model' }, { title: 'Table' }, { title: 'Columns', align: 'right' }, { title: 'Names', wide: true }],
        rows,
        { hideCaption: true },
      ),
    ]),
  ]
}

/** Files, by their bytes, that more than one model rests on. */
function shared(models: readonly PortalModel[]): ElementContent[] {
  const uses = models.flatMap(model =>
    (bestCertificate(model)?.facts?.data ?? []).map(({ digest, name, role }) => ({
      model,
      sha256: digest.sha256,
      name,
      role,
    })),
  )
  const rows = [...Map.groupBy(uses, ({ sha256 }) => sha256)]
    .map(([sha256, all]) => ({ sha256, all, by: [...new Map(all.map(use => [use.model.slug, use.model])).values()] }))
    .filter(({ by }) => by.length > 1)
    .toSorted((a, b) => b.by.length - a.by.length)
    .slice(0, 200)
  if (rows.length === 0) return []
  return [
    h('section', { ariaLabelledBy: 'shared-title' }, [
      h('h2', { id: 'shared-title' }, 'Data that several models rest on'),
      grid(
        'A change to these touches every model named',
        [{ title: 'File' }, { title: 'Role' }, { title: 'Models' }, { title: 'SHA-256' }],
        rows.map(({ sha256, all, by }) => ({
          cells: [
            h('code', shown(all[0]?.name ?? '', 120)),
            [...new Set(all.map(({ role }) => role))].join(', '),
            [
              ...by
                .slice(0, 12)
                .flatMap((model, i) => (i === 0 ? [toModel(model, 'data')] : [', ', toModel(model, 'data')])),
              by.length > 12 ? ` and ${by.length - 12} more` : '',
            ],
            h('code', { title: sha256 }, sha256.slice(0, 12)),
          ],
        })),
      ),
    ]),
  ]
}
