import { UserError } from '../../core/user-error.ts'
import type { Client } from '../client.ts'
import type { ArtifactFolder, ArtifactWorld } from './artifact-folder.ts'

/** Opens a folder of artifacts by the address that MLflow gives for it, wherever it keeps them. */
export async function openArtifacts(client: Client, address: string, world: ArtifactWorld): Promise<ArtifactFolder> {
  const proxied = /^mlflow-artifacts:(?:\/\/([^/]*))?\/(.*)$/.exec(address)
  if (proxied) {
    const [, host = '', path = ''] = proxied
    if (host !== '' && host !== new URL(client.server).host)
      throw new UserError(
        'mlflow.other-host',
        `Expected the files of ${world.of} at ${new URL(client.server).host} but MLflow names ${host}`,
        {
          kind: 'environment',
          hint: 'Set MLFLOW_TRACKING_URI to the server that keeps them: credentials are sent to no other',
        },
      )
    return (await import('./proxied-artifacts.ts')).proxiedArtifacts(client, address, path, world)
  }
  const s3 = /^s3a?:\/\/([^/]+)\/?(.*)$/.exec(address)
  if (s3) return (await import('./s3-artifacts.ts')).s3Artifacts(address, s3[1] ?? '', s3[2] ?? '', world)
  if (address.startsWith('/') || address.startsWith('file:'))
    return (await import('./local-artifacts.ts')).localArtifacts(address, world)
  throw new UserError(
    'mlflow.store',
    `Expected the files of ${world.of} in MLflow itself, in S3 or in a folder here but they are at ${address}`,
    { kind: 'environment', hint: 'Let the server hand artifacts on: mlflow server --serve-artifacts' },
  )
}
