import type { Subject } from '../../core/evidence.ts'
import { omsBundle } from '../../core/record/model-signing/oms-bundle.ts'
import { omsStatement } from '../../core/record/model-signing/oms-statement.ts'
import { MAX_PAYLOAD_BYTES } from '../../core/record/statement/bundle.ts'
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
 * for a permission. By a workflow's identity it is the Sigstore bundle itself; there is none for an Ed25519 key, which that format does not know, or of tens of thousands of files.
 */
export async function signModel(
  subject: readonly Subject[],
  { model }: Settings,
  seal: Seal,
  { sha256, log }: Ports,
): Promise<SignedModel | undefined> {
  const payload = statementBytes(omsStatement(subject, model, sha256))
  if (payload.length > MAX_PAYLOAD_BYTES) return without(`${subject.length} files are too many for it`)
  const { bundle, envelope, key } = await seal(payload, { witnessed: false })
  const resource = { uri: `${MODEL_SIGNATURE_FILE}#payload`, digest: { sha256: sha256(payload) } }
  if (key.kind === 'certificate') return { text: bundle, resource }
  if (isEd25519(key.pem)) return without('OpenSSF Model Signing knows no Ed25519 keys')
  return { text: `${JSON.stringify(omsBundle(envelope, key.pem, sha256))}\n`, resource }

  function without(reason: string): undefined {
    log.info(`No ${MODEL_SIGNATURE_FILE}: ${reason}`)
  }
}

/** The SPKI of an Ed25519 key begins with its algorithm's identifier, 1.3.101.112 (RFC 8410 §4), and so does its base64. */
const isEd25519 = (pem: string) => pem.replace(/\s/g, '').includes('-----MCowBQYDK2VwAyEA')
