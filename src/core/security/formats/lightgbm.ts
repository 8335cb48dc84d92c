import { decodeStrictly, hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { heldWhole } from '../held-whole.ts'
import { isText } from '../is-text.ts'
import { inspectLightgbm } from '../lightgbm/inspect-lightgbm.ts'

/** LightGBM's model as text. */
export const lightgbm = defineFormat({
  id: 'lightgbm',
  title: 'a LightGBM model',
  within: 'text',
  recognise: source => hasAt(source, 'tree\nversion=v') && isText(source),
  inspect: heldWhole(bytes => inspectLightgbm(decodeStrictly(bytes) ?? '')),
})
