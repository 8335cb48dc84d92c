import { hasAt } from '../bytes.ts'
import { defineFormat } from '../format.ts'
import { heldWhole } from '../held-whole.ts'
import { inspectXgboost, unsure } from '../xgboost/inspect-model.ts'
import { readUbjson, UbjsonFault } from '../xgboost/read-ubjson.ts'

/** XGBoost's usual file since 2.1: Universal Binary JSON, with its 64-bit key lengths. */
export const xgboostUbj = defineFormat({
  id: 'xgboost-ubj',
  title: 'an XGBoost model (UBJSON)',
  recognise: source => hasAt(source, '{L\0\0\0\0\0\0'),
  inspect: heldWhole((bytes, { hear }) => {
    try {
      return inspectXgboost(readUbjson(bytes, hear))
    } catch (error) {
      if (error instanceof UbjsonFault) return unsure(error.message)
      throw error
    }
  }),
})
