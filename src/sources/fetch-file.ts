import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { UserError } from '../core/user-error.ts'
import type { RemoteFile } from '../ports/source.ts'
import type { SourceWorld } from './source-kind.ts'

/** Brings a file here and refuses it where its bytes are not those that were promised; gives its absolute path. */
export async function fetchFile(file: RemoteFile, world: SourceWorld): Promise<string> {
  if (file.here !== undefined) return file.here
  const base = world.environment.PROOFMARK_CACHE || join(tmpdir(), 'proofmark-cache')
  await mkdir(base, { recursive: true })
  const folder = await mkdtemp(join(base, 'file-'))
  const path = join(folder, 'content')
  const hashes = { sha256: createHash('sha256'), md5: createHash('md5') }
  const { bytes } = await file.read(0)
  await pipeline(async function* () {
    for await (const piece of bytes) {
      hashes.sha256.update(piece)
      hashes.md5.update(piece)
      yield piece
    }
  }, createWriteStream(path))
  for (const kind of ['sha256', 'md5'] as const) {
    const expected = file.digest?.[kind]
    const actual = hashes[kind].digest('hex')
    if (expected === undefined || expected === actual) continue
    await rm(folder, { recursive: true, force: true })
    throw new UserError('source.digest', `Expected ${file.name} to have the ${kind} ${expected} but it has ${actual}`, {
      file: file.name,
      hint: 'Find out who changed it; to accept the new bytes, name their digest',
    })
  }
  return path
}
