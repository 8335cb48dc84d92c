import { decodeStrictly, includes } from '../bytes.ts'
import { byteAt } from '../content/byte-at.ts'
import { defineFormat } from '../format.ts'
import { heldWhole } from '../held-whole.ts'
import { isText } from '../is-text.ts'
import { parseJson } from '../json-value.ts'
import { printable } from '../printable.ts'
import { repeatedKey } from '../safetensors/repeated-key.ts'
import { inspectXgboost, unsure } from '../xgboost/inspect-model.ts'

const OPENS = 0x7b
const KEYS = ['"learner"', '"gradient_booster"']
/** One of these, for a model that breaks off is still one. */
const FURTHER = ['"gbtree_model_param"', '"learner_model_param"', '"version"']

/** XGBoost's model as JSON text. */
export const xgboostJson = defineFormat({
  id: 'xgboost-json',
  title: 'an XGBoost model (JSON)',
  within: 'text',
  recognise: source =>
    byteAt(source, 0) === OPENS &&
    KEYS.every(key => includes(source, key)) &&
    FURTHER.some(key => includes(source, key)) &&
    isText(source),
  inspect: heldWhole(bytes => {
    const text = decodeStrictly(bytes) ?? ''
    const value = parseJson(text)
    if (value === undefined) return unsure('it is no JSON')
    const key = repeatedKey(text)
    return key === undefined ? inspectXgboost(value) : unsure(`it has the key ${printable(key)} twice`)
  }),
})
