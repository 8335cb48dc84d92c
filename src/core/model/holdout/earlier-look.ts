import { z } from 'zod'
import { Evidence } from '../../evidence.ts'
import { CERTIFICATE_EXTENSION } from '../../record/statement/identifiers.ts'
import { readJson } from '../../record/statement/read-json.ts'
import type { Holdout } from './fingerprint.ts'

/** A model that was judged on a hold-out before: by the digest of its predictions. */
export interface EarlierLook extends Holdout {
  readonly predictions: string
}

/** A signed bundle, as far as its statement goes. */
const Signed = z.object({ dsseEnvelope: z.object({ payload: z.base64() }) })
const HoldoutAndPredictions = z.object({ rows: z.int(), ids: z.string(), predictions: z.string() })
const Statement = z.object({
  predicate: z.object({ [CERTIFICATE_EXTENSION]: z.object({ holdout: HoldoutAndPredictions.optional() }) }),
})

/**
 * What an earlier document says: evidence of model-certify, or a certificate. Undefined where it is neither, or tells of no hold-out.
 * Its signature is not asked for: a document that somebody made up only makes the count higher.
 */
export function earlierLook(bytes: Uint8Array): EarlierLook | undefined {
  const document = readJson(bytes)
  const evidence = Evidence.safeParse(document).data
  if (evidence?.gate === 'model-certify' && evidence.result?.holdout) {
    const predictions = evidence.materials.find(({ role }) => role === 'predictions')
    return predictions && { ...evidence.result.holdout, predictions: predictions.digest.sha256 }
  }
  const signed = Signed.safeParse(document).data
  const payload = signed && readJson(Uint8Array.from(atob(signed.dsseEnvelope.payload), char => char.charCodeAt(0)))
  return Statement.safeParse(payload).data?.predicate[CERTIFICATE_EXTENSION].holdout
}
