import type { GateName } from '../../core/evidence.ts'
import { writeTar } from '../../core/record/archive/write-tar.ts'
import { commitment, SALT_BYTES, saltFile } from '../../core/record/evidence/commitment.ts'
import type { Settings } from '../../core/settings/schema.ts'
import type { Ports } from '../../ports.ts'
import { confidentialGates } from './confidential-gates.ts'
import type { FoundEvidence } from './find-evidence.ts'
import { resolveRecipients } from './resolve-keys.ts'

/** What is confidential of the evidence. */
export interface ConfidentialEvidence {
  /** By gate, what stands for its evidence where everybody can read. */
  readonly commitments: ReadonlyMap<GateName, string>
  /** The encrypted archive; none where nothing is confidential. */
  readonly archive?: Uint8Array
}

/** Encrypts the evidence that is confidential, each file with the salt of its commitment, to the recipients that the settings name. */
export async function encryptEvidence(
  found: readonly FoundEvidence[],
  settings: Settings,
  modelId: string,
  ports: Ports,
): Promise<ConfidentialEvidence> {
  const { encrypt } = settings.record
  if (encrypt === undefined) return { commitments: new Map() }
  const recipients = await resolveRecipients(encrypt.recipients, ports)
  const gates = await confidentialGates(found, settings, ports)
  const commitments = new Map<GateName, string>()
  const archived = found.flatMap(({ document: { gate }, name, content }) => {
    if (!gates.has(gate) || content === undefined) return []
    const salt = ports.encryption.random(SALT_BYTES)
    commitments.set(gate, commitment(salt, content, ports.sha256))
    return [
      { name, content },
      { name: saltFile(name), content: salt },
    ]
  })
  if (archived.length === 0) return { commitments }
  return { commitments, archive: await ports.encryption.encrypt(writeTar(archived), recipients, modelId) }
}
