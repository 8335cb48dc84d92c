import type { Subject } from '../../core/evidence.ts'
import { omsBundle } from '../../core/record/model-signing/oms-bundle.ts'
import { omsStatement } from '../../core/record/model-signing/oms-statement.ts'
import { MODEL_SIGNATURE_FILE } from '../../core/record/statement/record-files.ts'
import { statementBytes } from '../../core/record/statement/statement-bytes.ts'
import type { Resource } from '../../core/record/statement/statement-shape.ts'
import type { Settings } from '../../core/settings/schema.ts'
import type { Ports } from '../../ports.ts'
import type { Seal } from '../open-seal.ts'

/** `model.sig`, and how a certificate refers to it. */
export interface SignedModel {
  readonly text: string
  readonly resource: Resource
}

/**
 * Signs the model's files as OpenSSF Model Signing v1.0 has it, for certified models only: whoever checks `model.sig` alone takes it
 * for a permission. By a workflow's identity it is the Sigstore bundle itself; undefined for an Ed25519 key, which that format does not know.
 */
export async function signModel(
  subject: readonly Subject[],
  { model }: Settings,
  seal: Seal,
  { sha256 }: Ports,
): Promise<SignedModel | undefined> {
  const payload = statementBytes(omsStatement(subject, model, sha256))
  const { bundle, envelope, key } = await seal(payload, { witnessed: false })
  const resource = { uri: `${MODEL_SIGNATURE_FILE}#payload`, digest: { sha256: sha256(payload) } }
  if (key.kind === 'certificate') return { text: bundle, resource }
  if (isEd25519(key.pem)) return undefined
  return { text: `${JSON.stringify(omsBundle(envelope, key.pem, sha256))}\n`, resource }
}

/** The SPKI of an Ed25519 key begins with its algorithm's identifier, 1.3.101.112 (RFC 8410 §4), and so does its base64. */
const isEd25519 = (pem: string) => pem.replace(/\s/g, '').includes('-----MCowBQYDK2VwAyEA')
