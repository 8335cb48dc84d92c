import { readTar } from '../core/record/archive/read-tar.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import { resolveKeys } from './record/resolve-keys.ts'

/** Largest encrypted file that is read, in bytes; it is decrypted in memory. */
const MAX_BYTES = 512 * 1024 * 1024

export interface DecryptOptions {
  /** The encrypted file. */
  readonly file: string
  /** Files of identities (`AGE-SECRET-KEY-…`), or keys in a key service. */
  readonly identities: readonly string[]
  /** Folder to write to; beside the file, and called like it, unless given. */
  readonly out?: string | undefined
  /** What a key in a key service was told to bind the file to: the model id. */
  readonly context?: string | undefined
}

/**
 * Decrypts an age file: the files of an archive of ours into a folder, any other content into one file. Overwrites nothing, and writes
 * nothing unless the whole file is as it was encrypted. Returns the paths that were written.
 */
export async function decrypt(options: DecryptOptions, ports: Ports): Promise<readonly string[]> {
  const { files, encryption } = ports
  const identities = await resolveKeys(options.identities, () => false, ports)
  if (identities.length === 0)
    throw new UserError('encryption.no-identity', 'Expected at least one identity but found none', {
      hint: 'Give the file that age-keygen wrote: it holds a line AGE-SECRET-KEY-…',
    })
  const content = await encryption.decrypt(
    await files.read(options.file, { maxBytes: MAX_BYTES }),
    identities,
    options.context,
  )
  const archived = readTar(content)
  const bare = options.file.replace(/\.age$/, '')
  const written = archived
    ? archived.map(file => ({ ...file, path: `${options.out ?? bare.replace(/\.tar$/, '')}/${file.name}` }))
    : [{ content, path: `${folderPrefix(options.out)}${options.out === undefined ? bare : bare.split('/').at(-1)}` }]
  for (const { path } of written)
    if (path === options.file || (await files.exists(path)))
      throw new UserError('encryption.exists', `Expected no file at ${path} but found one`, {
        file: path,
        hint: 'Move it away, or name another folder with --out',
      })
  for (const { path, content } of written) await files.write(path, content, { secret: true })
  return written.map(({ path }) => path)
}

const folderPrefix = (out: string | undefined) => (out === undefined ? '' : `${out}/`)
