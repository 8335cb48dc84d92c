import { hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { unchecked } from '../unchecked-format.ts'

const TITLE = 'a CatBoost model'

/** CatBoost's own binary: a signature, then a flatbuffer of trees. */
export const catboost = defineFormat({
  id: 'catboost',
  title: TITLE,
  unread: true,
  recognise: source => hasAt(source, 'CBM1'),
  inspect: () => unchecked(TITLE, "Keep it out of the scanned paths, or export it with save_model(format='onnx')"),
})
