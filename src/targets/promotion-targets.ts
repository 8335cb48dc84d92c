import { UserError } from '../core/user-error.ts'
import type { PromotionTargets } from '../ports/promotion-target.ts'
import { TARGETS } from './index.ts'
import type { TargetWorld } from './target-kind.ts'

/** Opens the targets that `proofmark promote --to` takes. */
export function promotionTargets(world: TargetWorld): PromotionTargets {
  return {
    async open(name) {
      const [, scheme, place = ''] = /^([a-z0-9]+):(.*)$/s.exec(name) ?? []
      const kind = TARGETS.find(one => one.scheme === scheme)
      if (!kind || place === '' || name.length > 1024)
        throw new UserError('promotion.target', `Expected a target but found '${name}'`, {
          hint: `Targets are ${TARGETS.map(({ form }) => form).join(', ')}`,
        })
      return kind.open(name, place, world)
    },
    async list(scheme, patterns) {
      const kind = TARGETS.find(one => one.scheme === scheme)
      if (!kind?.list)
        throw new UserError('promotion.unlisted', `Expected targets that can be listed but found '${scheme}'`, {
          hint: `Those of ${TARGETS.flatMap(one => (one.list ? one.scheme : [])).join(', ')} can be`,
        })
      return kind.list(patterns, world)
    },
  }
}
