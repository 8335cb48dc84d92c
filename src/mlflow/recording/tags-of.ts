import { CERTIFICATE_FILE, REFUSAL_FILE } from '../../core/record/statement/record-files.ts'
import type { ToldCertification } from '../../ports.ts'

/** Longest value of a tag that every MLflow takes, in characters. */
export const LONGEST = 4999

/** What a tag says where there is nothing to say any more: to remove one takes a permission that a recorder need not have. */
export const NOTHING = '-'

/**
 * Tags that show what was decided, for people and dashboards; nothing may rely on them, since whoever registers a model may set them.
 * None where nothing was signed: what an earlier certificate says is still so.
 */
export function tagsOf(
  told: ToldCertification,
  { address, commit }: { address: string | undefined; commit: string | undefined },
): Readonly<Record<string, string>> {
  const { record, model, policy, notAfter } = told
  const signed = record.find(({ name }) => name === CERTIFICATE_FILE || name === REFUSAL_FILE)
  if (signed === undefined) return {}
  const values = {
    digest: model.id === undefined ? undefined : `sha256:${model.id}`,
    certificate: address === undefined ? undefined : `${address}/${signed.name}`,
    policy: policy === undefined ? undefined : `sha256:${policy}`,
    commit,
    expires: signed.name === CERTIFICATE_FILE ? notAfter : undefined,
    revoked: undefined,
    status: signed.name === CERTIFICATE_FILE ? 'certified' : 'refused',
  }
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [`proofmark.${key}`, (value ?? NOTHING).slice(0, LONGEST)]),
  )
}
