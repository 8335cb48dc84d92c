import { describe, expect, it } from 'vitest'
import { readOnce } from '../../../src/commands/log/read-once.ts'
import type { RecordLog } from '../../../src/ports/record-log.ts'
import { memoryLog } from '../../harness/memory-log.ts'
import { sha256 } from '../../harness/sha256.ts'

const leaf = { v: 1, type: 'promotion', at: '2026-12-01T06:00:00Z', document: `sha256:${sha256('{}')}` } as const

/** A log that counts how often it was read, and fails the first `failures` times. */
function counted(failures = 0) {
  const log = memoryLog()
  const reads: string[] = []
  const counting: RecordLog = {
    ...log,
    read(documentsOf) {
      reads.push(documentsOf.join())
      return reads.length <= failures ? Promise.reject(new Error('no network')) : log.read(documentsOf)
    },
  }
  return { log: readOnce(counting), reads }
}

describe('a log that is read once', () => {
  it('is asked once for the same entries, also by two at a time', async () => {
    const { log, reads } = counted()
    const [first, second] = await Promise.all([log.read(['revocation']), log.read(['revocation'])])
    expect(await log.read(['revocation'])).toBe(first)
    expect(second).toBe(first)
    expect(reads).toEqual(['revocation'])
  })

  it('is asked again for other documents', async () => {
    const { log, reads } = counted()
    await log.read(['revocation'])
    await log.read(['revocation', 'certificate'])
    expect(reads).toEqual(['revocation', 'revocation,certificate'])
  })

  it('is read anew after an append', async () => {
    const { log, reads } = counted()
    expect((await log.read(['revocation'])).leaves).toEqual([])
    await log.append(leaf, '{}')
    expect((await log.read(['revocation'])).leaves).toEqual([leaf])
    expect(reads).toHaveLength(2)
  })

  it('is read anew where it could not be read', async () => {
    const { log, reads } = counted(1)
    await expect(log.read(['revocation'])).rejects.toThrow('no network')
    expect((await log.read(['revocation'])).leaves).toEqual([])
    expect(reads).toHaveLength(2)
  })
})
