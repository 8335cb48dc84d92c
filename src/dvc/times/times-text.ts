import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Stamp } from './stamp.ts'

/** A file as it was when its bytes were read. */
export interface KnownFile {
  readonly md5: string
  readonly stamp: Stamp
}

const FORMAT = 'proofmark dvc times'
/** Another version's file is none. */
const VERSION = 1

const Head = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  folder: z.string(),
  sha256: z.string(),
})

/** Files by `timesKey`, in the order in which they are to be kept. */
export type KnownFiles = ReadonlyMap<string, KnownFile>

const LINE = /^([0-9a-f]{32}) (\d{1,20}) (-?\d{1,20}) (-?\d{1,20}) (\d{1,20}) (.+)$/s

/** What a file says of the folder that it must be about: a head in JSON, then one entry each, ended by a NUL. Undefined for anything else. */
export function readTimes(text: string, folder: string): KnownFiles | undefined {
  const end = text.indexOf('\n')
  const head = end < 0 ? undefined : Head.safeParse(parsed(text.slice(0, end))).data
  if (head === undefined || head.folder !== folder) return undefined
  const body = text.slice(end + 1)
  if (sha256(body) !== head.sha256) return undefined
  const known = new Map<string, KnownFile>()
  for (const line of body.split('\0').slice(0, -1)) {
    const [, md5, size, mtime, ctime, inode, key] = LINE.exec(line) ?? []
    if (!md5 || !size || !mtime || !ctime || !inode || !key) return undefined
    known.set(key, {
      md5,
      stamp: { size: BigInt(size), mtime: BigInt(mtime), ctime: BigInt(ctime), inode: BigInt(inode) },
    })
  }
  return known
}

/** The same as text: as many entries, from the first on, as so many characters hold. */
export function writeTimes(known: KnownFiles, folder: string, most: number): string {
  let body = ''
  for (const [key, { md5, stamp }] of known) {
    const line = `${md5} ${stamp.size} ${stamp.mtime} ${stamp.ctime} ${stamp.inode} ${key}\0`
    if (body.length + line.length > most) break
    body += line
  }
  return `${JSON.stringify({ format: FORMAT, version: VERSION, folder, sha256: sha256(body) })}\n${body}`
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
