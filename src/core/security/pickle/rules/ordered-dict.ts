import { defineRule } from './rule.ts'

/** The one attribute that torch gives a state dict (torch/nn/modules/module.py, `state_dict`). */
const ATTRIBUTE = '_metadata'

/** Attributes of an OrderedDict shadow its methods, so it may have none but torch's. */
export const orderedDict = defineRule({
  on: ['collections:OrderedDict'],
  restored(_, state) {
    const strange = state.kind === 'dict' && [...state.entries.keys()].find(key => key !== ATTRIBUTE)
    return strange === undefined || strange === false ? undefined : 'is given an attribute that torch does not write'
  },
})
