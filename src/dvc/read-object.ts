import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { objectKey } from '../core/dvc/object-key.ts'
import type { DvcOutput } from '../core/dvc/output.ts'
import { remoteConfig } from '../core/dvc/remote-config.ts'
import { UserError } from '../core/user-error.ts'
import { fileError, systemCode } from '../files/file-error.ts'
import { md5Of } from './hashing/legacy-md5.ts'
import { openRemote } from './remotes/open-remote.ts'
import type { DvcRepository } from './repository.ts'

/** A small file that DVC keeps, verified: from the cache, else from the remote; undefined where it is in neither. */
export async function readObject(
  repository: DvcRepository,
  { md5 = '', hash, path, remote: asked }: DvcOutput,
  environment: Readonly<Record<string, string | undefined>>,
  maxBytes: number,
): Promise<string | undefined> {
  const key = objectKey(hash, md5, false)
  const bytes = (await cached(join(await repository.cache(), key))) ?? (await fetched())
  if (bytes === undefined) return undefined
  const sum = md5Of(hash)
  sum.update(bytes)
  if (sum.digest() === md5) return bytes.toString('utf8')
  throw new UserError('dvc.damaged', `Expected the earlier ${path} to have the md5 ${md5} but it has another`, {
    file: path,
    hint: `Delete the object ${key}, then push it again: dvc push`,
  })

  async function fetched(): Promise<Buffer | undefined> {
    const config = remoteConfig(await repository.config(), asked)
    const remote = config && (await openRemote(config, repository.root, environment))
    const answer = await remote?.read({ key }, 0)
    if (!answer) return undefined
    const pieces: Uint8Array[] = []
    let length = 0
    for await (const piece of answer.bytes) {
      length += piece.length
      if (length > maxBytes)
        throw new UserError('dvc.too-large', `Expected ${path} to have at most ${maxBytes} bytes`, {
          file: path,
          hint: 'Is it a file of metrics?',
        })
      pieces.push(piece)
    }
    return Buffer.concat(pieces)
  }
}

async function cached(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT' || systemCode(cause) === 'ENOTDIR') return undefined
    throw fileError(path, 'read', cause)
  }
}
