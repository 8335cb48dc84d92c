import type { Element } from 'hast'
import { h } from 'hastscript'
import type { PortalModel } from '../../core/portal/portal.ts'
import { shown } from '../html/text.ts'
import type { Section } from './sections.ts'

/** A link to a model's page, or to a part of it, from a page beside the index. */
export const toModel = ({ slug, name }: Pick<PortalModel, 'slug' | 'name'>, part?: Section): Element =>
  h('a', { href: `models/${slug}.html${part === undefined ? '' : `#${part}`}` }, shown(name, 120))
