import { resolve } from 'node:path'
import { UserError } from '../core/user-error.ts'

/** The address that git is given for a remote: an address of https, http, ssh or file as it stands, `host:path` too, a folder in full. */
export function remoteAddress(root: string, remote: string): string {
  if (remote === '' || remote.startsWith('-') || /[\x00-\x1f\x7f]/.test(remote) || /^[\w+.-]*::/.test(remote)) {
    throw refused(remote)
  }
  if (/^[A-Za-z][\w+.-]*:\/\//.test(remote)) {
    if (!/^(?:https?|ssh|git\+ssh|file):\/\/[^-]/i.test(remote)) throw refused(remote)
    return remote
  }
  // As git reads it: a colon before any slash parts host from path, but for a drive of Windows.
  if (/^[^/\\]*:/.test(remote) && !/^[A-Za-z]:[/\\]/.test(remote)) return remote
  return resolve(root, remote)
}

/** The text without passwords in the addresses it names. */
export const withoutSecrets = (text: string): string => text.replace(/(\w:\/\/)[^/@\s'"]*@/g, '$1')

const refused = (remote: string) =>
  new UserError(
    'git.remote',
    `Expected the address of a git remote (https, ssh, file) or a folder but found '${withoutSecrets(remote)}'`,
    { hint: 'Name it like git does: https://git.example.com/governance.git, git@host:governance.git, or a path' },
  )
