import { hasAt } from '../bytes.ts'
import { inspectCatboost } from '../catboost/inspect-catboost.ts'
import { defineFormat } from '../format.ts'
import { heldWhole } from '../held-whole.ts'

/** CatBoost's own binary: a signature, then a flatbuffer of trees, then what was counted of categories. */
export const catboost = defineFormat({
  id: 'catboost',
  title: 'a CatBoost model',
  recognise: source => hasAt(source, 'CBM1'),
  inspect: heldWhole((bytes, { hear }) => inspectCatboost(bytes, hear)),
})
