import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { RemoteConfig } from '../../core/dvc/remote-config.ts'
import { UserError } from '../../core/user-error.ts'
import { fileError } from '../../files/file-error.ts'
import type { Environment } from '../../s3/access.ts'
import type { DvcRemote } from './remote.ts'

/** Opens a remote by its url's scheme; each kind is loaded when it is met. */
export async function openRemote(remote: RemoteConfig, root: string, environment: Environment): Promise<DvcRemote> {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(remote.url)?.[1]?.toLowerCase() ?? 'file'
  if (scheme === 'file') return (await import('./folder-remote.ts')).folderRemote(remote, root)
  if (scheme === 's3') return (await import('./s3-remote.ts')).s3Remote(remote, environment)
  if (scheme === 'http' || scheme === 'https')
    return (await import('./http-remote.ts')).httpRemote(remote, { ca: await authorityOf(remote, root) })
  throw new UserError(
    'dvc.remote-kind',
    `Expected the DVC remote ${remote.name} to be a folder, http(s) or S3 but found ${scheme}`,
    {
      file: '.dvc/config',
      hint: 'Fetch the data with dvc pull first and leave data.dvc.remote out, or keep a copy in one of these: dvc push --remote NAME',
    },
  )
}

/** Certificate authorities that `ssl_verify` names a file of. That it may be off is not taken up: the bytes would be anybody's. */
async function authorityOf({ settings }: RemoteConfig, root: string): Promise<string | undefined> {
  const path = settings.get('ssl_verify')
  if (path === undefined || /^(true|false|yes|no|on|off|0|1)$/i.test(path)) return undefined
  return readFile(resolve(root, '.dvc', path), 'utf8').catch((cause: unknown) => {
    throw fileError(path, 'read', cause)
  })
}
