import { h } from 'hastscript'
import type { PortalModel } from '../../core/portal/portal.ts'
import type { Column } from '../html/column.ts'
import type { Line } from '../html/grid.ts'
import { shown } from '../html/text.ts'
import { day } from '../life/lanes.ts'
import { link } from './link.ts'
import { toModel } from './to-model.ts'

/** Columns of `approvalLines`. */
export const APPROVALS: readonly Column[] = [
  { title: 'Model' },
  { title: 'Version' },
  { title: 'Role' },
  { title: 'Who' },
  { title: 'When' },
  { title: 'Of' },
  { title: 'Where' },
]

/** Approvals that certificates name. */
export const approvalLines = ({ slug, name, certificates }: PortalModel): Line[] =>
  certificates.flatMap(({ version, facts }) =>
    (facts?.approvals ?? []).map(({ role, actor, at, of, url }) => ({
      cells: [
        toModel({ slug, name }, 'certificates'),
        shown(version, 40),
        shown(role, 80),
        shown(actor, 120),
        h('time', { dateTime: at }, day(at)),
        h('code', 'commit' in of ? of.commit.slice(0, 12) : of.model.slice(0, 12)),
        link(url, 'review'),
      ],
    })),
  )
