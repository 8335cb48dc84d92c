import type { Check, Evidence, Material, Subject } from '../../core/evidence.ts'
import { NAMESPACE } from '../../core/identifiers.ts'
import type { ModelResult } from '../../core/model/result.ts'

export type CertifyEvidence = Extract<Evidence, { gate: 'model-certify' }>

/** What is declared of a model, and what was measured of it: the same as JSON and as Markdown. */
export interface ModelCardDocument {
  readonly schema: string
  readonly model: { readonly name?: string | undefined; readonly version?: string | undefined }
  readonly declared: Omit<NonNullable<ModelResult['card']>, 'name' | 'version'>
  readonly task: string
  readonly verdict: Evidence['verdict']
  readonly metrics: ModelResult['metrics']
  readonly claims: readonly Claimed[]
  readonly data: readonly Material[]
  readonly files: readonly Subject[]
}

interface Claimed extends Pick<Check, 'status' | 'measured' | 'required' | 'reason'> {
  readonly claim: string
}

/** The card of a model whose settings declare one. */
export function modelCardOf({
  result,
  checks,
  verdict,
  materials,
  subject,
}: CertifyEvidence): ModelCardDocument | undefined {
  if (!result?.card) return undefined
  const { name, version, ...declared } = result.card
  return {
    schema: `${NAMESPACE}model-card/v1`,
    model: { name, version },
    declared,
    task: result.task,
    verdict,
    metrics: result.metrics,
    claims: result.claims.flatMap(({ claim, check }) => {
      const answer = checks.find(({ id }) => id === check)
      if (!answer) return []
      const { status, measured, required, reason } = answer
      return [{ claim, status, ...(measured ? { measured } : {}), ...(required ? { required } : {}), reason }]
    }),
    data: materials,
    files: subject,
  }
}
