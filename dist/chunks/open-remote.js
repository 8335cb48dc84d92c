import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { U as UserError } from './user-error.js';
import { f as fileError } from './file-error.js';

/** Opens a remote by its url's scheme; each kind is loaded when it is met. */
async function openRemote(remote              , root        , environment             )                     {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(remote.url)?.[1]?.toLowerCase() ?? 'file';
  if (scheme === 'file') return (await import('./folder-remote.js')).folderRemote(remote, root)
  if (scheme === 's3') return (await import('./s3-remote.js')).s3Remote(remote, environment)
  if (scheme === 'http' || scheme === 'https')
    return (await import('./http-remote.js')).httpRemote(remote, { ca: await authorityOf(remote, root) })
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
async function authorityOf({ settings }              , root        )                              {
  const path = settings.get('ssl_verify');
  if (path === undefined || /^(true|false|yes|no|on|off|0|1)$/i.test(path)) return undefined
  return readFile(resolve(root, '.dvc', path), 'utf8').catch((cause         ) => {
    throw fileError(path, 'read', cause)
  })
}

export { openRemote };
