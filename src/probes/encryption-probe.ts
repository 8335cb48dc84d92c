import { localFiles } from '../files/local-files.ts'
import type { Finding, Probe } from '../ports/probe.ts'
import { failure } from './failure.ts'
import type { ProbeKind, ProbeWorld } from './probe-kind.ts'

const MAX_KEYS_BYTES = 64 * 1024
/** What is encrypted to see that it can be, and thrown away. */
const SAMPLE = new TextEncoder().encode('proofmark doctor')

/** Everyone whom `record.encrypt.recipients` names: whether something can be encrypted to them. */
export const encryptionProbe: ProbeKind = {
  async open(world) {
    const recipients = world.settings?.record.encrypt?.recipients ?? []
    return recipients.map(
      (recipient): Probe => ({
        name: `Recipient ${recipient.startsWith('age1') ? `${recipient.slice(0, 12)}…` : recipient}`,
        ask: () => findings(recipient, world),
      }),
    )
  },
}

async function findings(recipient: string, { root, environment }: ProbeWorld): Promise<readonly Finding[]> {
  const asked = 'can encrypt'
  const { ageFiles } = await import('../ciphers/age-files.ts')
  const { keyServices } = await import('../ciphers/age-kms/key-services.ts')
  const encryption = ageFiles(async () => keyServices(environment))
  try {
    const isOne = /^age1[^/]*$/.test(recipient) || encryption.isKeyService(recipient)
    const named = isOne
      ? [recipient]
      : linesOf(await localFiles(root).readText(recipient, { maxBytes: MAX_KEYS_BYTES }))
    await encryption.encrypt(SAMPLE, named, 'proofmark doctor')
    return [{ asked, status: 'ok', found: named.length === 1 ? 'yes' : `yes, to ${named.length} keys` }]
  } catch (error) {
    return [failure(asked, error)]
  }
}

const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
