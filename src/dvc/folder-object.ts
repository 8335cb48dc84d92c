import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type DirEntry, readDirObject } from '../core/dvc/dir-object.ts'
import { objectKey } from '../core/dvc/object-key.ts'
import type { DvcOutput } from '../core/dvc/output.ts'
import { UserError } from '../core/user-error.ts'
import { fileError, systemCode } from '../files/file-error.ts'
import { md5Of } from './hashing/legacy-md5.ts'
import type { DvcRemote } from './remotes/remote.ts'

/** Bytes of a list: about two million files. */
const MAX_BYTES = 256 * 1024 * 1024

/** The files of a folder, by the object that its pointer names; undefined where it is not there. Other bytes than those the pointer names are refused. */
export async function folderObject(
  output: DvcOutput,
  from: { cache: string } | DvcRemote,
): Promise<DirEntry[] | undefined> {
  const { md5 = '', hash } = output
  const key = objectKey(hash, md5, true)
  const where = 'cache' in from ? `the DVC cache (${key})` : `the DVC remote ${from.name} (${key})`
  const bytes = 'cache' in from ? await fromCache(join(from.cache, key)) : await fromRemote(from, key, where)
  if (bytes === undefined) return undefined
  const text = bytes.toString('utf8')
  const sum = md5Of(hash)
  sum.update(bytes)
  if (sum.digest() !== md5)
    throw new UserError(
      'dvc.damaged',
      `Expected the list of ${output.path} in ${where} to have the md5 ${md5} but it has another`,
      {
        file: output.pointer,
        line: output.line,
        hint: 'Delete that object, then push it again from where the data is: dvc push',
      },
    )
  return readDirObject(`the list of ${output.path} in ${where}`, text)
}

async function fromCache(path: string): Promise<Buffer | undefined> {
  try {
    if ((await stat(path)).size > MAX_BYTES) throw tooLarge(path)
    return await readFile(path)
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT' || systemCode(cause) === 'ENOTDIR') return undefined
    throw fileError(path, 'read', cause)
  }
}

async function fromRemote(remote: DvcRemote, key: string, where: string): Promise<Buffer | undefined> {
  const answer = await remote.read({ key }, 0)
  if (!answer) return undefined
  const pieces: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const piece of answer.bytes) {
      bytes += piece.length
      if (bytes > MAX_BYTES) throw tooLarge(where)
      pieces.push(piece)
    }
  } catch (cause) {
    if (cause instanceof UserError) throw cause
    throw new UserError('dvc.broken-off', `Expected to read ${where} but the connection broke off`, {
      hint: 'Run it again',
      kind: 'environment',
      cause,
    })
  }
  return Buffer.concat(pieces)
}

const tooLarge = (where: string) =>
  new UserError('dvc.too-large', `Expected ${where} to have at most ${MAX_BYTES} bytes but found more`, {
    hint: 'Track the folder in parts',
  })
