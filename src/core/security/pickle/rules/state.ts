import { judgedByState, stateFault } from '../../state-fault.ts'
import { KEPT_ITEMS, type Value } from '../value.ts'
import { defineRule } from './rule.ts'

/** Objects whose methods take the names of other methods, or code, from their attributes. */
export const state = defineRule({
  on: judgedByState,
  restored(target, given) {
    if (given.kind !== 'dict') return undefined
    const { entries } = given
    return stateFault(target.of.key, {
      has: attribute => entries.has(attribute) && entries.get(attribute)?.kind !== 'opaque',
      texts: attribute => textsOf(entries.get(attribute)),
      classOf: attribute => {
        const value = entries.get(attribute)
        return value?.kind === 'instance' ? value.of.key : undefined
      },
    })
  },
})

/** The list may not change any more. */
function textsOf(value: Value | undefined): string[] | undefined {
  if (value?.kind !== 'list' || value.items.length === KEPT_ITEMS) return undefined
  value.sealed = true
  return value.items.map(item => (item.kind === 'str' && item.text) || '')
}
