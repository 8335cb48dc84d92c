import { realpath } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { isAddress } from '../core/address.ts'
import { UserError } from '../core/user-error.ts'

/** A path of the user's, found on this machine. */
export interface Located {
  /** How evidence and messages name the file: relative to the root, separated by `/`. */
  readonly name: string
  readonly absolute: string
  /** It was brought here from where it is kept: it lies outside the root, and is meant to. */
  readonly fetched?: boolean
}

/** A path of the user's, seen from the root. */
export function locate(root: string, path: string): Located {
  if (path === '' || path.includes('\0')) {
    throw new UserError('file.path', `Expected a path but found ${JSON.stringify(path)}`, {
      hint: 'Give a path relative to the folder of proofmark.yml',
    })
  }
  if (isAddress(path)) {
    throw new UserError('file.address', `Expected a path but found the address ${path}`, {
      file: path,
      hint: 'Name a file or folder of this machine here',
    })
  }
  const absolute = resolve(root, path)
  return { absolute, name: relative(root, absolute).split(sep).join('/') || '.' }
}

/** Whether a path relative to a folder leads out of it. */
export const leaves = (name: string): boolean => name === '..' || /^\.\.[/\\]/.test(name) || isAbsolute(name)

/**
 * Refuses a symbolic link inside the root whose target is outside. Who names `../other/file` in the settings means it;
 * a link that somebody committed is content, and content does not choose what is read.
 */
export async function refuseLinkOutside(root: string, { name, absolute, fetched }: Located): Promise<void> {
  if (fetched || leaves(name)) return
  const [realRoot, real] = await Promise.all([realpath(root), realpath(absolute)])
  if (!leaves(relative(realRoot, real))) return
  throw new UserError(
    'file.link-leaves-root',
    `Expected ${name} to stay inside the repository but it is a link out of it`,
    {
      file: name,
      hint: 'Put the file itself in the repository, or name its real path in the settings',
    },
  )
}
