import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RemoteFile } from '../../src/ports/source.ts'
import { cacheFolder } from '../../src/sources/cache/cache-folder.ts'
import { prune } from '../../src/sources/cache/prune.ts'
import { downloadProgress } from '../../src/sources/download-progress.ts'
import { fetchFile } from '../../src/sources/fetch-file.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { aWorld } from './a-world.ts'

const hash = (text: string, kind = 'sha256') => createHash(kind).update(text).digest('hex')

function aFile(content: string, more: Partial<RemoteFile> = {}) {
  const reads: number[] = []
  const file: RemoteFile = {
    name: 'x://file',
    origin: { kind: 'x' },
    bytes: undefined,
    async read(from) {
      reads.push(from)
      return {
        from,
        bytes: (async function* () {
          yield Buffer.from(content.slice(from))
        })(),
      }
    },
    ...more,
  }
  return { file, reads }
}

describe('the cache', () => {
  it('keeps a file by its digest, and nothing else', async () => {
    const { world, cache } = aWorld()
    const path = await fetchFile(aFile('content').file, world)
    const sha256 = hash('content')
    expect(path).toBe(join(cache, 'sha256', sha256.slice(0, 2), sha256))
    expect(readdirSync(join(cache, 'fetching'))).toEqual([])
  })

  it('fetches a file without identity or digest anew', async () => {
    const { world } = aWorld()
    const { file, reads } = aFile('content')
    await fetchFile(file, world)
    await fetchFile(file, world)
    expect(reads).toEqual([0, 0])
  })

  it('notices that a kept file became another, and fetches it again', async () => {
    const { world } = aWorld()
    const { file, reads } = aFile('content', { identity: 'commit 1' })
    const path = await fetchFile(file, world)
    writeFileSync(path, 'poisoned')
    expect(readFileSync(await fetchFile(file, world), 'utf8')).toBe('content')
    expect(reads).toEqual([0, 0])
  })

  it('is not believed where what it knows is no digest', async () => {
    const { world, cache } = aWorld()
    const { file } = aFile('content', { identity: 'commit 1' })
    await fetchFile(file, world)
    for (const note of readdirSync(join(cache, 'known')))
      writeFileSync(join(cache, 'known', note), '{"sha256":"../../x"}')
    expect(readFileSync(await fetchFile(file, world), 'utf8')).toBe('content')
  })

  it('is written by many at once', async () => {
    const { world } = aWorld()
    const paths = await Promise.all(
      Array.from({ length: 20 }, () => fetchFile(aFile('content', { identity: 'one' }).file, world)),
    )
    expect(new Set(paths).size).toBe(1)
    expect(readFileSync(paths[0] ?? '', 'utf8')).toBe('content')
  })

  it.each(['sha256', 'md5'] as const)('never holds other bytes than the %s that was promised', async kind => {
    const { world, cache } = aWorld()
    const { file } = aFile('tampered', { digest: { [kind]: hash('content', kind) } })
    await expect(fetchFile(file, world)).rejects.toMatchObject({ code: 'source.digest', kind: 'input' })
    expect(existsSync(join(cache, 'sha256'))).toBe(false)
    expect(readdirSync(join(cache, 'fetching'))).toEqual([])
  })

  it('leaves a file where it lies on this machine, once its digest is seen to hold', async () => {
    const { world } = aWorld()
    const here = join(world.root, 'here')
    writeFileSync(here, 'content')
    expect(await fetchFile(aFile('', { here, digest: { md5: hash('content', 'md5') } }).file, world)).toBe(here)
    await expect(
      fetchFile(aFile('', { here, digest: { md5: hash('other', 'md5') } }).file, world),
    ).rejects.toMatchObject({
      code: 'source.digest',
    })
  })

  it('that cannot be written says which variable names another', async () => {
    const { world, cache } = aWorld()
    writeFileSync(join(cache, 'fetching'), 'a file, no folder')
    await expect(fetchFile(aFile('content').file, world)).rejects.toMatchObject({
      code: 'cache.unwritable',
      kind: 'environment',
      hint: expect.stringContaining('PROOFMARK_CACHE'),
    })
  })

  it('refuses more bytes than were announced', async () => {
    const { world } = aWorld()
    await expect(fetchFile(aFile('longer', { bytes: 3 }).file, world)).rejects.toMatchObject({
      code: 'source.too-large',
    })
  })

  it.each([
    [{ PROOFMARK_CACHE: '/a', RUNNER_TOOL_CACHE: '/b' }, '/a'],
    [{ RUNNER_TOOL_CACHE: '/b', XDG_CACHE_HOME: '/c' }, '/b/proofmark'],
    [{ XDG_CACHE_HOME: '/c' }, '/c/proofmark/files'],
  ])('lies by %o in %s', (environment, folder) => {
    expect(cacheFolder(environment)).toBe(folder)
  })

  it('is pruned: what is old, then the longest unused; never what was used today', async () => {
    const folder = temporaryFolder('cache')
    const now = Date.now()
    const put = (name: string, days: number, bytes: number) => {
      writeFileSync(join(folder, name), Buffer.alloc(bytes))
      const time = new Date(now - days * 24 * 3600 * 1000)
      utimesSync(join(folder, name), time, time)
    }
    put('old', 31, 1)
    put('unused', 5, 400)
    put('less', 3, 400)
    put('today', 0.1, 900)
    const DAY = 24 * 3600 * 1000
    await prune(folder, join(folder, 'new'), { bytes: 1300, age: 30 * DAY, rest: DAY }, now)
    expect(readdirSync(folder).toSorted()).toEqual(['less', 'today'])
  })
})

it('a long download tells how far it is, and how fast', () => {
  const { world, said } = aWorld()
  let time = 0
  const tell = downloadProgress(aFile('', { bytes: 2_000_000_000 }).file, world, () => time)
  for (const [at, bytes] of [
    [500, 5_000_000],
    [2000, 68_000_000],
    [2100, 70_000_000],
    [4000, 136_000_000],
  ] as const) {
    time = at
    tell(bytes)
  }
  expect(said).toEqual([
    'Fetching x://file: 68.0 of 2000 MB, 34.0 MB/s',
    'Fetching x://file: 136 of 2000 MB, 34.0 MB/s',
  ])
})
