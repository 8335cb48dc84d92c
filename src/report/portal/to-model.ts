import { h } from 'hastscript'
import type { PortalModel } from '../../core/portal/portal.ts'
import { shown } from '../html/text.ts'

/** A link to a model's page, from a page beside the index. */
export const toModel = ({ slug, name }: PortalModel) => h('a', { href: `models/${slug}.html` }, shown(name, 120))
