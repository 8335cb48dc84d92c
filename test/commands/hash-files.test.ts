import { expect, it } from 'vitest'
import { hashFiles } from '../../src/commands/hash-files.ts'
import { disk, memoryFiles, sha256 } from '../core/record/memory.ts'

const collected = async <T>(items: AsyncIterable<T>) => {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

it('hashes files in their order, however long each takes', async () => {
  const contents = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`f${i}`, `${i}`]))
  const files = memoryFiles(disk(contents))
  const slow = {
    ...files,
    digest: async (path: string) => {
      await new Promise(resolve => setTimeout(resolve, path === 'f0' ? 20 : 1))
      return files.digest(path)
    },
  }
  expect(await collected(hashFiles(Object.keys(contents), slow))).toEqual(
    Object.entries(contents).map(([path, content]) => ({ path, sha256: sha256(content), bytes: 1 })),
  )
})

it('tells how far it is once a quarter of a gigabyte was read, over all files', async () => {
  const files = memoryFiles(disk({ a: '', b: '' }))
  const told: string[] = []
  const digest: typeof files.digest = async (path, options) => {
    for (const megabytes of [64, 128, 192]) options?.progress?.(megabytes * 1024 * 1024)
    return files.digest(path)
  }
  await collected(
    hashFiles(['a', 'b'], { ...files, digest }, { info() {}, warn() {}, progress: line => told.push(line) }),
  )
  expect(told).toEqual([
    'Hashing b: 0.3 GB read so far',
    'Hashing b: 0.3 GB read so far',
    'Hashing b: 0.4 GB read so far',
  ])
})

it('ends with the first file that cannot be read', async () => {
  await expect(collected(hashFiles(['a', 'gone'], memoryFiles(disk({ a: '' }))))).rejects.toMatchObject({
    code: 'file.missing',
  })
})
