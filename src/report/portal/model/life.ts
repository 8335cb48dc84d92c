import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { PortalModel } from '../../../core/portal/portal.ts'
import type { Life } from '../../../core/record/promotion/life.ts'
import { raw } from '../../html/raw.ts'
import { layout } from '../../life/layout.ts'
import { LEGEND } from '../../life/legend.ts'
import { svg } from '../../life/svg.ts'
import { inWords } from '../../life/told.ts'

/** Units of the picture on a screen and on a telephone, and certificates that it has room for: the newest. */
const WIDE = 1000
const NARROW = 340
const DRAWN = 16

/** The time line of a model: its certificates, where production pointed, its waivers and what was decided. */
export function lifePart(model: PortalModel): ElementContent[] {
  const { life, left } = recent(model)
  const about = { title: 'Time line', description: inWords(life) }
  return [
    h('figure.life', [
      raw(svg(layout(life, WIDE), { id: 'wide', ...about })),
      raw(svg(layout(life, NARROW), { id: 'narrow', ...about })),
      h('figcaption', [
        raw(LEGEND),
        left > 0 ? h('p.note', `The newest ${DRAWN} certificates; ${left} older ones stand in the table below.`) : '',
      ]),
    ]) as Element,
  ]
}

/** A life with its newest certificates only, and how many were left out. */
function recent({ life, certificates }: PortalModel): { life: Life; left: number } {
  const kept = new Set(certificates.slice(0, DRAWN).map(({ sha256 }) => sha256))
  const models = life.models
    .map(model => ({ ...model, certificates: model.certificates.filter(({ sha256 }) => kept.has(sha256)) }))
    .filter(
      model =>
        certificates.length <= DRAWN ||
        model.certificates.length > 0 ||
        life.targets.some(({ to }) => to?.id === model.id),
    )
  return { life: { ...life, models }, left: certificates.length - kept.size }
}
