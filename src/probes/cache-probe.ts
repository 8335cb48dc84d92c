import { access, constants, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { systemCode } from '../files/file-error.ts'
import type { Finding } from '../ports/probe.ts'
import { cacheFolder } from '../sources/cache/cache-folder.ts'
import type { ProbeKind } from './probe-kind.ts'

const GB = 1_000_000_000
/** Bytes that should be free, and that must be. */
const ENOUGH = 5 * GB
const LEAST = 0.1 * GB

/** Where fetched files are kept. */
export const cacheProbe: ProbeKind = {
  async open({ environment }) {
    const folder = cacheFolder(environment)
    return [{ name: `Cache ${folder}`, ask: () => findings(folder) }]
  },
}

async function findings(folder: string): Promise<readonly Finding[]> {
  const there = await nearest(folder)
  const remedy = 'Name another folder in PROOFMARK_CACHE'
  try {
    await access(there, constants.W_OK)
  } catch (cause) {
    return [{ asked: 'may write', status: 'fail', found: `no (${systemCode(cause) ?? 'refused'})`, remedy }]
  }
  const { bavail, bsize } = await statfs(there)
  const free = bavail * bsize
  const status = free < LEAST ? 'fail' : free < ENOUGH ? 'warn' : 'ok'
  const space: Finding = { asked: 'space', status, found: `${(free / GB).toFixed(1)} GB free` }
  return [
    { asked: 'may write', status: 'ok', found: 'yes' },
    status === 'ok' ? space : { ...space, remedy: `Free some space, or name another folder in PROOFMARK_CACHE` },
  ]
}

/** The folder, or the nearest above it that is there: the rest is made when it is needed. */
async function nearest(folder: string): Promise<string> {
  try {
    await access(folder)
    return folder
  } catch {
    const above = dirname(folder)
    return above === folder ? folder : nearest(above)
  }
}
