import { UserError } from '../../user-error.ts'
import { isKeyName } from './note.ts'

/** What a log is called unless told otherwise: `github.com/acme/governance/proofmark-log`, after where it is kept. Nothing is fetched from it. */
export function logOrigin(
  place: { readonly branch: string } & ({ readonly repository: string } | { readonly remote: string }),
  server = 'https://github.com',
): string {
  const origin = `${'repository' in place ? `${withoutScheme(server)}/${place.repository}` : ofRemote(place.remote)}/${place.branch}`
  if (isKeyName(origin) && origin.length <= 255) return origin
  throw new UserError('log.origin', `Expected a name for the log without spaces and + but found '${origin}'`, {
    hint: 'Name it by record.log.origin, e.g. models.acme.example/log',
  })
}

const withoutScheme = (address: string) => address.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/\/+$/, '')

/** Host and path of an address, whoever may be named in it left out; of a folder its last name. */
function ofRemote(remote: string): string {
  const path = remote.replace(/\/+$/, '').replace(/\.git$/, '')
  const [, host, below] =
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/]+)\/(.+)$/i.exec(path) ?? /^(?:[^@/\s]+@)([^:/]+):(.+)$/.exec(path) ?? []
  return host === undefined || below === undefined
    ? `local/${path.slice(path.lastIndexOf('/') + 1)}`
    : `${host}/${below}`
}
