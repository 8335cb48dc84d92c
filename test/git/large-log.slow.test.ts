import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { add, made } from '../log-branch/contract.ts'
import { aRemote } from './a-remote.ts'

const TILES = 390
const DOCUMENTS = 10_000

/** Bytes that cannot be pressed, the same at every run. */
function noise(bytes: number, seed: string): Buffer {
  const parts = Array.from({ length: Math.ceil(bytes / 32) }, (_, i) =>
    createHash('sha256').update(`${seed} ${i}`).digest(),
  )
  return Buffer.concat(parts).subarray(0, bytes)
}

const sizeOf = (path: string): number =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : statSync(path).size

it.each([
  ['an address', (path: string) => `file://${path}`, 1_200_000],
  ['a folder', (path: string) => path, 200_000],
] as const)('appends to a log of 100 000 entries behind %s for little of it', async (what, address, most) => {
  const remote = aRemote(address)
  const content: Record<string, Uint8Array> = { checkpoint: noise(300, 'c'), state: noise(150, 's') }
  for (let i = 0; i < TILES; i += 1) {
    const path = String(i).padStart(3, '0')
    content[`tile/0/${path}`] = noise(8192, `hash ${i}`)
    content[`tile/entries/${path}`] = noise(100_000, `entries ${i}`)
  }
  content['tile/0/390.p/160'] = noise(160 * 32, 'edge')
  content['tile/entries/390.p/160'] = noise(60_000, 'entries of the edge')
  for (let i = 0; i < DOCUMENTS; i += 1) {
    const digest = createHash('sha256').update(`document ${i}`).digest('hex')
    content[`blobs/sha256/${digest.slice(0, 2)}/${digest.slice(2)}.json`] = noise(64, `document ${i}`)
  }
  const first = made(await remote.open().commit(undefined, add(content)))
  const before = Number(execFileSync('du', ['-sk', remote.path]).toString().split('\t')[0])

  const temporary = temporaryFolder('little')
  const usual = process.env.TMPDIR
  process.env.TMPDIR = temporary
  onTestFinished(() => {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
  })
  const started = performance.now()
  const branch = remote.open()
  expect(await branch.head()).toBe(first)
  await Promise.all(['checkpoint', 'state'].map(path => branch.read(first, path)))
  const edge = ['tile/0/390.p/160', 'tile/entries/390.p/160']
  const [hashes, entries] = await Promise.all(edge.map(path => branch.read(first, path)))
  expect(hashes).toEqual(new Uint8Array(noise(160 * 32, 'edge')))
  const change = add({
    'tile/0/390.p/161': Buffer.concat([hashes ?? new Uint8Array(), noise(32, 'new')]),
    'tile/entries/390.p/161': Buffer.concat([entries ?? new Uint8Array(), noise(400, 'new')]),
    state: noise(150, 'new state'),
  })
  const second = made(await branch.commit(first, { ...change, deletions: edge }))
  made(await branch.commit(second, add({ checkpoint: noise(300, 'new checkpoint') })))

  const kept = sizeOf(temporary)
  console.log(
    `Append to ${(before / 1024).toFixed(0)} MiB behind ${what}: ${((performance.now() - started) / 1000).toFixed(1)} s, ${(kept / 1024).toFixed(0)} KiB kept`,
  )
  expect(kept).toBeLessThan(most)
})
