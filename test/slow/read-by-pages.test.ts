import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nodeCodecs } from '../../src/codecs/node-codecs.ts'
import { includes } from '../../src/core/security/bytes.ts'
import { indexOf } from '../../src/core/security/content/index-of.ts'
import { memorySource } from '../../src/core/security/content/memory-source.ts'
import { pagedSource } from '../../src/core/security/content/paged-source.ts'
import { partOf } from '../../src/core/security/content/part-of.ts'
import { readRange } from '../../src/core/security/content/read-range.ts'
import type { Source } from '../../src/core/security/content/source.ts'
import { wholeOf } from '../../src/core/security/content/whole-of.ts'
import { inspectFile } from '../../src/core/security/inspect-file.ts'

const CASES = new URL('../cases/security/', import.meta.url)

/** Bytes that come in pages as small as can be, so that everything a format reads lies on a seam somewhere. */
const inPages = (bytes: Uint8Array, page: number): Source =>
  pagedSource({
    size: bytes.length,
    read: (into, at) => {
      expect(at + into.length).toBeLessThanOrEqual(bytes.length)
      into.set(bytes.subarray(at, at + into.length))
    },
    page,
    piece: page,
  })

describe.each(readdirSync(CASES))('%s', format => {
  it.each(readdirSync(new URL(`${format}/`, CASES)))('%s is judged alike read whole and read by pages', async name => {
    const here = new URL(`${format}/${name}/`, CASES)
    const [file = '', ...others] = readdirSync(here).filter(each => each !== 'expected.json')
    const bytes = new Uint8Array(readFileSync(new URL(file, here)))
    const sizeBeside = async (path: string) => (others.includes(path) ? statSync(new URL(path, here)).size : undefined)
    const context = { ...nodeCodecs(), sizeBeside }
    const whole = await inspectFile(bytes, context)
    for (const page of bytes.length > 200_000 ? [1024] : [8, 64])
      expect(await inspectFile(inPages(bytes, page), context)).toEqual(whole)
  })
})

describe('content in pages', () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * 7) & 0xff)
  const paged = inPages(bytes, 16)

  it('is the same bytes wherever it is read', () => {
    for (let at = 0; at < 1010; at += 3)
      for (const length of [0, 1, 15, 16, 17, 200, 2000])
        expect(readRange(paged, at, at + length)).toEqual(bytes.subarray(at, at + length))
    expect(wholeOf(paged)).toEqual(bytes)
  })

  it('has parts, and parts of parts', () => {
    const part = partOf(partOf(paged, 100, 900), 50, 2000)
    expect(part.size).toBe(750)
    expect(wholeOf(part)).toEqual(bytes.subarray(150, 900))
    const pieces: number[] = []
    part.each(10, 40, piece => {
      pieces.push(...piece)
      return true
    })
    expect(pieces).toEqual([...bytes.subarray(160, 190)])
    expect(readRange(part, 740, 800)).toEqual(bytes.subarray(890, 900))
  })

  it('is searched across its seams', () => {
    const text = new TextEncoder().encode(`${'x'.repeat(27)}joblib.numpy_pickle${'y'.repeat(30)}`)
    for (const page of [8, 16, 32, 128]) {
      expect(includes(inPages(text, page), 'joblib.numpy_pickle')).toBe(true)
      expect(includes(inPages(text, page), 'joblib.numpy_pickles')).toBe(false)
      expect(includes(inPages(text, page), 'y'.repeat(31))).toBe(false)
      expect(indexOf(inPages(text, page), 0x6a, 0)).toBe(27)
      expect(indexOf(inPages(text, page), 0x6a, 0, 27)).toBeUndefined()
      expect(indexOf(memorySource(text), 0x7a, 0)).toBeUndefined()
    }
  })
})
