import { createHash } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileError } from '../../src/files/file-error.ts'
import { localFiles } from '../../src/files/local-files.ts'
import type { Files } from '../../src/ports.ts'

let outside: string
let root: string
let files: Files

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'files-'))
  root = join(outside, 'repository')
  mkdirSync(join(root, 'data'), { recursive: true })
  files = localFiles(root)
})
afterEach(() => {
  chmodSync(root, 0o755)
  rmSync(outside, { recursive: true })
})

const put = (name: string, content: string | Buffer) => {
  mkdirSync(join(root, name, '..'), { recursive: true })
  writeFileSync(join(root, name), content)
}

describe('reading', () => {
  it('gives the whole file, as bytes or as text', async () => {
    put('data/a.txt', 'Zoë\r\n')
    expect(Buffer.from(await files.read('data/a.txt')).toString()).toBe('Zoë\r\n')
    expect(await files.readText('./data/../data/a.txt')).toBe('Zoë\r\n')
  })

  it('drops one byte order mark', async () => {
    put('a.txt', '\ufeff\ufeffa')
    expect(await files.readText('a.txt')).toBe('\ufeffa')
  })

  it('reads an empty file as empty text', async () => {
    put('a.txt', '')
    expect(await files.readText('a.txt')).toBe('')
  })

  it('refuses one larger than asked for', async () => {
    put('a.txt', '12345')
    expect(await files.readText('a.txt', { maxBytes: 5 })).toBe('12345')
    await expect(files.read('a.txt', { maxBytes: 4 })).rejects.toMatchObject({
      code: 'file.too-large',
      message: 'Expected a.txt to have at most 4 bytes but it has 5',
    })
  })

  it('names a near file where there is none', async () => {
    put('data/applications.csv', 'a')
    await expect(files.read('data/Aplications.csv')).rejects.toMatchObject({
      code: 'file.missing',
      kind: 'input',
      message: 'Expected data/Aplications.csv to be a file but there is none',
      hint: 'Did you mean data/applications.csv?',
    })
  })

  it('lists the folder where no name is near, and says where there is no folder', async () => {
    for (const name of ['b.csv', 'a.csv', 'c.csv', 'd.csv', 'e.csv', 'f.csv']) put(`data/${name}`, '')
    await expect(files.read('data/predictions.json')).rejects.toMatchObject({
      hint: 'In data: a.csv, b.csv, c.csv, d.csv, e.csv and 1 more',
    })
    await expect(files.read('dta/a.csv')).rejects.toMatchObject({
      hint: 'There is no folder dta; paths are relative to that of proofmark.yml',
    })
  })

  it('refuses a folder, a path through a file, and no path at all', async () => {
    put('a.txt', '')
    await expect(files.read('data')).rejects.toMatchObject({ code: 'file.is-folder' })
    await expect(files.read('a.txt/b')).rejects.toMatchObject({ code: 'file.not-a-folder' })
    await expect(files.read('')).rejects.toMatchObject({ code: 'file.path' })
    await expect(files.read('a\0b')).rejects.toMatchObject({ code: 'file.path' })
    await expect(files.digest('')).rejects.toMatchObject({ code: 'file.path' })
  })

  it('refuses what is no regular file', async () => {
    await expect(files.read('/dev/null')).rejects.toMatchObject({ code: 'file.not-regular' })
  })

  it('says whether there is something', async () => {
    put('a.txt', '')
    expect(await files.exists('a.txt')).toBe(true)
    expect(await files.exists('data')).toBe(true)
    expect(await files.exists('b.txt')).toBe(false)
    expect(await files.exists('a.txt/b')).toBe(false)
  })

  it('says that a permission is missing, as a fault of the environment', async () => {
    put('a.txt', 'a')
    chmodSync(join(root, 'a.txt'), 0)
    await asNobody(() =>
      expect(files.read('a.txt')).rejects.toMatchObject({
        code: 'file.permission',
        kind: 'environment',
        message: 'Expected permission to read a.txt but the system refused it',
      }),
    )
  })
})

describe('text that is none', () => {
  it.each([
    ['Latin-1', Buffer.from('a,b\ncafé,1\n', 'latin1'), 'file.encoding', '0xe9 at byte 7 (a.txt:2)'],
    ['UTF-16 with a mark', Buffer.from('\ufeffab', 'utf16le'), 'file.encoding', 'UTF-16 (a.txt:1)'],
    ['UTF-16 without', Buffer.from('a,b\n1,2\n', 'utf16le'), 'file.encoding', 'UTF-16 (a.txt:1)'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'file.encoding', 'UTF-32 (a.txt:1)'],
    ['a cut character', Buffer.from('a\né').subarray(0, 3), 'file.encoding', 'a character cut off at byte 2 (a.txt:2)'],
    ['a surrogate', Buffer.from([0x61, 0xed, 0xa0, 0x80]), 'file.encoding', '0xed at byte 1 (a.txt:1)'],
    ['a NUL', Buffer.from('a\n\nb\0c'), 'file.nul', 'a NUL byte at byte 4 (a.txt:3)'],
    ['a NUL after a mark', Buffer.from('\ufeffa\0'), 'file.nul', 'a NUL byte at byte 4 (a.txt:1)'],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'file.binary', 'a gzip archive (a.txt:1)'],
    ['Parquet', Buffer.from('PAR1\x15\x04'), 'file.binary', 'a Parquet file (a.txt:1)'],
    [
      'Git LFS',
      Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:00\n'),
      'file.git-lfs',
      'a Git LFS pointer (a.txt:1)',
    ],
  ])('%s', async (_, content, code, found) => {
    put('a.txt', content)
    const message = `Expected a.txt to be UTF-8 text but found ${found}`
    await expect(files.readText('a.txt')).rejects.toMatchObject({ code, message, kind: 'input' })
  })

  it('says how to fetch what Git LFS keeps elsewhere', async () => {
    put('a.txt', 'version https://git-lfs.github.com/spec/v1\n')
    await expect(files.readText('a.txt')).rejects.toMatchObject({ hint: expect.stringContaining('git lfs pull') })
  })

  it('finds a byte far into a large text', async () => {
    const text = `${'é日😀\n'.repeat(50_000)}`
    put('a.txt', Buffer.concat([Buffer.from(text), Buffer.from([0xff]), Buffer.from(text)]))
    await expect(files.readText('a.txt')).rejects.toMatchObject({
      line: 50_001,
      message: expect.stringContaining('byte 500000 '),
    })
  })
})

describe('listing', () => {
  it('walks folders, hidden files too, without .git and node_modules', async () => {
    for (const name of ['b', 'a/é', 'a/z', '.hidden/x', '.git/config', 'node_modules/m/x', 'a/node_modules/y'])
      put(`models/${name}`, '')
    expect(await files.list(['models'])).toEqual(['models/.hidden/x', 'models/a/z', 'models/a/é', 'models/b'])
  })

  it('sorts by UTF-8 bytes, which is not the order of UTF-16', async () => {
    for (const name of ['\u{1f600}', '\uff5e', 'B', 'a']) put(`models/${name}`, '')
    expect(await files.list(['models'])).toEqual(['models/B', 'models/a', 'models/\uff5e', 'models/\u{1f600}'])
  })

  it('takes globs, and each file once', async () => {
    for (const name of ['a.csv', 'b.csv', 'b.txt', 'deep/c.csv', 'deep/er/d.csv']) put(`data/${name}`, '')
    expect(await files.list(['data/*.csv', 'data/a.csv', './data/b.*'])).toEqual([
      'data/a.csv',
      'data/b.csv',
      'data/b.txt',
    ])
    expect(await files.list(['data/**/*.csv'])).toEqual([
      'data/a.csv',
      'data/b.csv',
      'data/deep/c.csv',
      'data/deep/er/d.csv',
    ])
    expect(await files.list(['d*/deep/**'])).toEqual(['data/deep/c.csv', 'data/deep/er/d.csv'])
  })

  it('takes other marks for what they are, and a star where a file has it in its name', async () => {
    for (const name of ['a[1]+(x).csv', 'a1.csv', '*.csv']) put(`data/${name}`, '')
    expect(await files.list(['data/a[1]+*.csv'])).toEqual(['data/a[1]+(x).csv'])
    expect(await files.list(['data/*.csv'])).toEqual(['data/*.csv'])
  })

  it('takes an absolute path, and one beside the root, if the settings name them', async () => {
    put('data/a.csv', '')
    writeFileSync(join(outside, 'b.csv'), '')
    expect(await files.list([join(root, 'data'), '../b.csv'])).toEqual(['../b.csv', 'data/a.csv'])
  })

  it('refuses what matches nothing', async () => {
    await expect(files.list(['data'])).rejects.toMatchObject({ code: 'file.no-match' })
    await expect(files.list(['data/*.csv'])).rejects.toMatchObject({
      code: 'file.no-match',
      message: 'Expected data/*.csv to name at least one file but it names none',
    })
    await expect(files.list(['nowhere/*.csv'])).rejects.toMatchObject({ code: 'file.missing' })
    await expect(files.list(['data', 'b.csv'])).rejects.toMatchObject({ code: 'file.no-match' })
  })
})

describe('links', () => {
  it('are followed inside the root, circles once', async () => {
    put('data/a.csv', 'inside')
    symlinkSync('a.csv', join(root, 'data/b.csv'))
    symlinkSync('..', join(root, 'data/up'))
    expect(await files.readText('data/b.csv')).toBe('inside')
    expect(await files.list(['data'])).toEqual(['data/a.csv', 'data/b.csv'])
  })

  it.each(['file', 'folder'])('are refused where they lead out: a %s', async kind => {
    mkdirSync(join(outside, 'secrets'))
    writeFileSync(join(outside, 'secrets/key'), 'secret')
    symlinkSync(join(outside, kind === 'file' ? 'secrets/key' : 'secrets'), join(root, 'data/link'))
    const path = kind === 'file' ? 'data/link' : 'data/link/key'
    const refusal = { code: 'file.link-leaves-root' }
    await expect(files.read(path)).rejects.toMatchObject(refusal)
    await expect(files.digest(path)).rejects.toMatchObject(refusal)
    await expect(files.list(['data'])).rejects.toMatchObject({ ...refusal, file: 'data/link' })
    await expect(files.list(['data/*'])).rejects.toMatchObject(refusal)
    await expect(files.list([path])).rejects.toMatchObject(refusal)
  })

  it('are refused where they lead nowhere', async () => {
    symlinkSync('gone', join(root, 'data/link'))
    await expect(files.list(['data'])).rejects.toMatchObject({ code: 'file.missing', file: 'data/link' })
  })

  it('are never written through: not a file, not a folder', async () => {
    writeFileSync(join(outside, 'target'), 'old')
    symlinkSync(join(outside, 'target'), join(root, 'data/link'))
    await files.write('data/link', 'new')
    expect(readFileSync(join(outside, 'target'), 'utf8')).toBe('old')
    expect(readFileSync(join(root, 'data/link'), 'utf8')).toBe('new')

    mkdirSync(join(outside, 'folder'))
    symlinkSync(join(outside, 'folder'), join(root, 'out'))
    await expect(files.write('out/deep/a.json', 'x')).rejects.toMatchObject({ code: 'file.link-leaves-root' })
    await expect(files.remove('out/a.json')).rejects.toMatchObject({ code: 'file.link-leaves-root' })
    expect(readdirSync(join(outside, 'folder'))).toEqual([])
  })
})

describe('digests', () => {
  it('are those of the bytes, known ones', async () => {
    put('a.txt', 'abc')
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(await files.digest('a.txt')).toEqual({ sha256: abc, bytes: 3, state: expect.any(String) })
  })

  it('are computed once per run, whatever the path is called, and again after a write', async () => {
    put('a.txt', 'abc')
    const before = await files.digest('a.txt')
    writeFileSync(join(root, 'a.txt'), 'changed behind its back')
    expect(await files.digest('./data/../a.txt')).toBe(before)
    await files.write('a.txt', 'abcd')
    expect((await files.digest('a.txt')).bytes).toBe(4)
  })
})

it('a long file is told of while it is hashed, every 64 MiB', async () => {
  const size = 140 * 1024 * 1024
  put('long', '')
  truncateSync(join(root, 'long'), size)
  const told: number[] = []
  const { bytes, sha256 } = await files.digest('long', { progress: read => told.push(read / 1024 / 1024) })
  expect({ bytes, told }).toEqual({ bytes: size, told: [64, 128] })
  expect(sha256).toBe(createHash('sha256').update(new Uint8Array(size)).digest('hex'))
})

describe('writing', () => {
  it('makes folders, replaces what is there and leaves nothing else', async () => {
    await files.write('.proofmark/deep/a.json', 'one')
    await files.write('.proofmark/deep/a.json', new Uint8Array([0x32]))
    expect(readdirSync(join(root, '.proofmark/deep'))).toEqual(['a.json'])
    expect(readFileSync(join(root, '.proofmark/deep/a.json'), 'utf8')).toBe('2')
  })

  it('keeps secrets to their owner', async () => {
    await files.write('key.pem', 'secret', { secret: true })
    await files.write('key.pub', 'public')
    expect(statSync(join(root, 'key.pem')).mode & 0o777).toBe(0o600)
    expect(statSync(join(root, 'key.pub')).mode & 0o044).toBe(0o044)
  })

  it('leaves the old content, and no scraps, where it fails', async () => {
    await expect(files.write('data', 'x')).rejects.toMatchObject({ code: 'file.is-folder' })
    put('a.txt', '')
    await expect(files.write('a.txt/b', 'x')).rejects.toMatchObject({ code: 'file.not-a-folder' })
    expect(readdirSync(root).toSorted()).toEqual(['a.txt', 'data'])
  })

  it('says that a permission is missing', async () => {
    chmodSync(root, 0o555)
    await asNobody(() =>
      expect(files.write('a.txt', 'x')).rejects.toMatchObject({ code: 'file.permission', kind: 'environment' }),
    )
  })

  it.each([
    ['ENOSPC', 'file.disk-full', 'Expected room to write a.json but the disk is full'],
    ['EDQUOT', 'file.disk-full', 'Expected room to write a.json but the disk is full'],
    ['EROFS', 'file.read-only', 'Expected to write a.json but its disk is read-only'],
    ['EIO', 'file.system', 'Expected to write a.json but the system said EIO'],
  ])('tells %s as a fault of the environment', (code, expected, message) => {
    const cause = Object.assign(new Error(`${code}: /secret/path`), { code })
    expect(fileError('a.json', 'write', cause)).toMatchObject({ code: expected, message, kind: 'environment' })
  })

  it('removes a file, and does not mind where there is none', async () => {
    put('a.txt', '')
    await files.remove('a.txt')
    await files.remove('a.txt')
    await files.remove('nowhere/a.txt')
    expect(await files.exists('a.txt')).toBe(false)
    await expect(files.remove('data')).rejects.toMatchObject({ file: 'data' })
  })
})

/** The root user may read and write everything: it has to step down for a while. */
async function asNobody(run: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return run()
  chmodSync(outside, 0o755)
  process.seteuid?.(65_534)
  try {
    await run()
  } finally {
    process.seteuid?.(0)
  }
}
