import { decodeStrictly, hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { isText } from '../is-text.ts'
import { inspectLightgbm } from '../lightgbm/inspect-lightgbm.ts'

/** LightGBM's model as text. */
export const lightgbm = defineFormat({
  id: 'lightgbm',
  title: 'a LightGBM model',
  within: 'text',
  recognise: bytes => hasAt(bytes, 'tree\nversion=v') && isText(bytes),
  inspect: bytes => inspectLightgbm(decodeStrictly(bytes) ?? ''),
})
