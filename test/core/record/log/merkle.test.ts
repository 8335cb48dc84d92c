import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readEntries, writeEntries } from '../../../../src/core/record/log/entry-bundle.ts'
import { grow } from '../../../../src/core/record/log/grow.ts'
import { leafHash, nodeHash } from '../../../../src/core/record/log/merkle-hash.ts'
import { rangeHash } from '../../../../src/core/record/log/range-hash.ts'
import { consistencyRanges, inclusionRanges } from '../../../../src/core/record/log/ranges.ts'
import { edgeTiles, type Tile, tilesOf } from '../../../../src/core/record/log/tile.ts'
import { tilePath } from '../../../../src/core/record/log/tile-path.ts'
import { verifyConsistency } from '../../../../src/core/record/log/verify-consistency.ts'
import { verifyInclusion } from '../../../../src/core/record/log/verify-inclusion.ts'
import { noteKeys } from '../../../../src/signing/note-keys.ts'

const { hash } = noteKeys
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const entry = (n: number) => Buffer.from(`entry ${n}`)
const entries = (count: number) => Array.from({ length: count }, (_, n) => entry(n))

/** The root as RFC 6962 defines it, straight from its words. */
function definedRoot(leaves: readonly Uint8Array[]): Buffer {
  const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  const [only = new Uint8Array()] = leaves
  if (leaves.length === 0) return sha()
  if (leaves.length === 1) return sha(Buffer.from([0]), only)
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return sha(Buffer.from([1]), definedRoot(leaves.slice(0, split)), definedRoot(leaves.slice(split)))
}

/** A log whose entries came in steps of the given sizes. */
function grown(steps: readonly number[]) {
  const files = new Map<string, Uint8Array>()
  let size = 0
  const tile = (one: Tile) => files.get(tilePath(one)) ?? new Uint8Array()
  for (const step of steps) {
    const growth = grow(size, tile, entries(size + step).slice(size), hash)
    for (const path of growth.replaced) files.delete(path)
    for (const [path, content] of growth.written) files.set(path, content)
    size = growth.size
  }
  return { files, size, root: (to = size) => rangeHash({ from: 0, to }, size, tile, hash), tile }
}

describe('the tree', () => {
  it('has the roots of the test vectors of certificate transparency', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
    const roots = [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ]
    for (const [n, root] of roots.entries()) {
      const { written } = grow(
        0,
        () => new Uint8Array(),
        inputs.slice(0, n + 1).map(text => Buffer.from(text, 'hex')),
        hash,
      )
      const made = rangeHash(
        { from: 0, to: n + 1 },
        n + 1,
        tile => written.get(tilePath(tile)) ?? new Uint8Array(),
        hash,
      )
      expect(hexOf(made)).toBe(root)
    }
  })

  it('is the same in whatever steps it grew, and of full tiles and one partial tile a level', () => {
    for (const steps of [[600], [1, 2, 3, 250, 344], [255, 1, 256, 88], [256, 256, 88], [511, 89]]) {
      const { files, root } = grown(steps)
      expect(hexOf(root())).toBe(hexOf(definedRoot(entries(600))))
      expect([...files.keys()].toSorted()).toEqual([...tilesOf(600)].map(tilePath).toSorted())
    }
  })

  it('takes only what is at the edge to grow', () => {
    const { files, size, tile } = grown([70_000])
    const edge = new Set(edgeTiles(size).map(tilePath))
    expect([...edge]).toEqual(['tile/entries/273.p/112', 'tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1'])
    const { written, replaced } = grow(
      size,
      one => {
        expect(edge.has(tilePath(one))).toBe(true)
        return tile(one)
      },
      [entry(size)],
      hash,
    )
    expect([...written.keys()]).toEqual(['tile/entries/273.p/113', 'tile/0/273.p/113'])
    expect(replaced).toEqual(['tile/entries/273.p/112', 'tile/0/273.p/112'])
    expect([...files.keys()].filter(path => path.startsWith('tile/0/') && !path.includes('.p/'))).toHaveLength(273)
  })

  it('names tiles as C2SP does', () => {
    const path = (level: Tile['level'], index: number, width = 256) => tilePath({ level, index, width })
    expect(path(0, 0)).toBe('tile/0/000')
    expect(path(1, 5, 17)).toBe('tile/1/005.p/17')
    expect(path('entries', 999)).toBe('tile/entries/999')
    expect(path(0, 1000)).toBe('tile/0/x001/000')
    expect(path(0, 1_234_067)).toBe('tile/0/x001/x234/067')
  })
})

describe('proofs', () => {
  it('of inclusion hold for every entry of every size to 70, and for no other place, size, entry or path', () => {
    for (let size = 1; size <= 70; size++) {
      const { root, tile } = grown([size])
      const head = { size, root: root() }
      for (let index = 0; index < size; index++) {
        const path = inclusionRanges(index, size).map(range => rangeHash(range, size, tile, hash))
        const leaf = leafHash(hash, entry(index))
        expect(verifyInclusion(index, leaf, path, head, hash)).toBe(true)
        expect(verifyInclusion(index, leafHash(hash, entry(index + 1)), path, head, hash)).toBe(false)
        expect(verifyInclusion(index, leaf, [...path, leaf], head, hash)).toBe(false)
        if (size > 1) expect(verifyInclusion(index, leaf, path.slice(1), head, hash)).toBe(false)
        if (size > 1) expect(verifyInclusion((index + 1) % size, leaf, path, head, hash)).toBe(false)
      }
      expect(verifyInclusion(size, leafHash(hash, entry(0)), [], head, hash)).toBe(false)
    }
  })

  it('of consistency hold between all sizes to 40, and between no other trees', () => {
    const { root, tile } = grown([40])
    for (let second = 0; second <= 40; second++)
      for (let first = 0; first <= second; first++) {
        const heads = [
          { size: first, root: root(first) },
          { size: second, root: root(second) },
        ] as const
        const path = consistencyRanges(first, second).map(range => rangeHash(range, 40, tile, hash))
        const verify = (a: (typeof heads)[0], b: (typeof heads)[1], p = path) => verifyConsistency(a, b, p, hash)
        expect(verify(heads[0], heads[1])).toBe(true)
        const other = { size: first, root: hash(entry(first)) }
        expect(verify(other, heads[1])).toBe(false)
        if (first > 0) expect(verify(heads[0], { size: second, root: hash(entry(second)) })).toBe(false)
        expect(verify(heads[0], heads[1], [...path, hash(entry(1))])).toBe(false)
        if (path.length > 0) expect(verify(heads[0], heads[1], path.slice(1))).toBe(false)
        if (first < second) expect(verify(heads[1], heads[0])).toBe(false)
      }
  })

  it('hold in trees of almost 2^53 entries, whose sizes no 32 bits hold', () => {
    const size = Number.MAX_SAFE_INTEGER
    // The last entry of a tree of 2^53 - 1: a right edge of 52 perfect subtrees, whose hashes are made up.
    const leaf = leafHash(hash, entry(1))
    const path = Array.from({ length: 52 }, (_, n) => hash(entry(n)))
    const root = path.reduce((right, left) => nodeHash(hash, left, right), leaf)
    expect(inclusionRanges(size - 1, size)).toHaveLength(52)
    expect(verifyInclusion(size - 1, leaf, path, { size, root }, hash)).toBe(true)
    expect(verifyInclusion(size - 2, leaf, path, { size, root }, hash)).toBe(false)
    expect(verifyInclusion(size, leaf, path, { size: size + 1, root }, hash)).toBe(false)
    const first = 2 ** 52
    const [half = leaf] = path.slice(-1)
    const right = path.slice(0, -1).reduce((below, left) => nodeHash(hash, left, below), leaf)
    expect(consistencyRanges(first, size)).toEqual([{ from: first, to: size }])
    expect(verifyConsistency({ size: first, root: half }, { size, root }, [right], hash)).toBe(true)
    expect(verifyConsistency({ size: first - 1, root: half }, { size, root }, [right], hash)).toBe(false)
  })
})

describe('a bundle of entries', () => {
  it('holds entries of any length to 65 535 bytes', () => {
    const all = [Buffer.alloc(0), Buffer.alloc(1, 1), Buffer.alloc(256, 2), Buffer.alloc(65_535, 3)]
    const bundle = writeEntries(all)
    expect(bundle).toHaveLength(8 + 1 + 256 + 65_535)
    expect(readEntries(bundle, 4)?.map(one => Buffer.from(one))).toEqual(all)
    expect(() => writeEntries([Buffer.alloc(65_536)])).toThrow(RangeError)
  })

  it.each([
    ['fewer', 1],
    ['more', 3],
  ])('is refused for %s entries than it holds', (_, width) => {
    expect(readEntries(writeEntries([entry(1), entry(2)]), width)).toBeUndefined()
  })

  it('is refused when it is cut', () => {
    const bundle = writeEntries([entry(1), entry(2)])
    for (let end = 0; end < bundle.length; end++) expect(readEntries(bundle.subarray(0, end), 2)).toBeUndefined()
  })
})
