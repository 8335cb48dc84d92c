import type { RevokedCertificate } from '../../core/record/promotion/revoked-certificate.ts'
import type { ToldRevocation } from '../../ports.ts'
import type { Client } from '../client.ts'
import { tagLoggedModel } from '../logged-models.ts'
import { type ModelVersion, tagModelVersion } from '../model-versions.ts'
import { getRun, logBatch } from '../runs.ts'
import { markedVersions } from './marked-versions.ts'
import { LONGEST, NOTHING } from './tags-of.ts'

/** Certificates of one revocation whose models are looked for: the newest. */
const MOST = 100

/**
 * Takes `certified` from whatever is tagged with a certificate that is revoked: versions, their logged models and their runs. What names
 * another certificate meanwhile stays as it is. Gives what was written; undefined where nothing is tagged so.
 */
export async function recordRevocation(
  client: Client,
  { certificates, revocation }: ToldRevocation,
): Promise<string | undefined> {
  const tags = {
    'proofmark.status': 'revoked',
    'proofmark.revoked': `${revocation.at}: ${revocation.reason}`.toWellFormed().slice(0, LONGEST),
  }
  const tagged: string[] = []
  for (const certificate of certificates.slice(-MOST))
    for (const version of await markedVersions(client, certificate.model.id))
      if (bears(version.tags, certificate)) await take(version, certificate)
  return tagged.length === 0 ? undefined : `revoked on ${tagged.join(', ')}`

  async function take(version: ModelVersion, certificate: RevokedCertificate): Promise<void> {
    for (const [key, value] of Object.entries(tags)) await tagModelVersion(client, version, key, value)
    tagged.push(`version ${version.version} of ${version.name}`)
    if (version.loggedModel !== undefined) {
      await tagLoggedModel(client, version.loggedModel, tags)
      tagged.push(`the logged model ${version.loggedModel}`)
    }
    const run = version.run === undefined ? undefined : await getRun(client, version.run)
    if (run === undefined || !bears(run.tags, certificate)) return
    await logBatch(client, run, [], tags)
    tagged.push(`the run ${run.id}`)
  }
}

/** Whether tags say that this certificate holds: its record lies in a folder named for it; where none was kept, the model's last one is meant. */
function bears(tags: ReadonlyMap<string, string>, { sha256, model, last }: RevokedCertificate): boolean {
  if (tags.get('proofmark.status') !== 'certified' || tags.get('proofmark.digest') !== `sha256:${model.id}`)
    return false
  const address = tags.get('proofmark.certificate') ?? NOTHING
  return address === NOTHING ? last : address.includes(`/proofmark/${sha256}/`)
}
