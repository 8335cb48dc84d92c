import { createHash } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { writeDirObject } from '../../src/core/dvc/dir-object.ts'
import type { Hashed, ToHash } from '../../src/dvc/hashing/hash-paths.ts'
import { hashByTimes } from '../../src/dvc/times/hash-by-times.ts'
import { isSettled, sameStamp, stampAt } from '../../src/dvc/times/stamp.ts'
import { openTimes } from '../../src/dvc/times/times.ts'
import { runProgram } from '../harness/run-program.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const md5 = (text: string) => createHash('md5').update(text).digest('hex')
const sumOf = (hashed: Hashed | undefined) => (hashed && 'md5' in hashed ? hashed.md5 : hashed?.code)

let folder = ''
let place = ''
const at = (name: string) => join(folder, name)
const file = (name: string): ToHash => ({ path: at(name), hash: 'md5' })
const kept = () => join(place, readdirSync(place).find(name => name.endsWith('.times')) ?? '')

beforeEach(() => {
  folder = temporaryFolder('times')
  place = join(temporaryFolder('times-kept'), 'times')
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

/** From now on files that were just written have been left alone for ten seconds. */
const later = () => {
  const now = Date.now() + 10_000
  vi.spyOn(Date, 'now').mockImplementation(() => now)
}

/** One run: the md5 of each file, and how many were not read. */
async function ask(...names: string[]) {
  const times = await openTimes(place, folder)
  const { hashed, trusted } = await hashByTimes(names.map(file), times, () => {})
  return { sums: hashed.map(sumOf), trusted }
}

describe('files known by their times', () => {
  test('are read once, and again as soon as anything about them has changed', async () => {
    writeFileSync(at('a'), 'one')
    later()
    expect(await ask('a')).toEqual({ sums: [md5('one')], trusted: 0 })
    expect(await ask('a')).toEqual({ sums: [md5('one')], trusted: 1 })
    writeFileSync(at('a'), 'two')
    expect(await ask('a')).toEqual({ sums: [md5('two')], trusted: 0 })
    expect(await ask('a')).toEqual({ sums: [md5('two')], trusted: 1 })
  })

  test('are read again where size and time of the last write were put back', async () => {
    writeFileSync(at('a'), 'one')
    utimesSync(at('a'), 1000, 1000)
    later()
    await ask('a')
    writeFileSync(at('a'), 'two')
    utimesSync(at('a'), 1000, 1000)
    expect(await ask('a')).toEqual({ sums: [md5('two')], trusted: 0 })
  })

  test('are read again where another file took their place', async () => {
    writeFileSync(at('a'), 'one')
    writeFileSync(at('b'), 'two')
    for (const name of ['a', 'b']) utimesSync(at(name), 1000, 1000)
    later()
    await ask('a')
    renameSync(at('b'), at('a'))
    expect(await ask('a')).toEqual({ sums: [md5('two')], trusted: 0 })
  })

  test('are learnt anew by a run that trusts nothing', async () => {
    writeFileSync(at('a'), 'one')
    later()
    await ask('a')
    // As if the disk had damaged it: nothing but the bytes has changed.
    const sum = (text: string) =>
      createHash('sha256')
        .update(text.slice(text.indexOf('\n') + 1))
        .digest('hex')
    const text = readFileSync(kept(), 'utf8')
    const damaged = text.replace(md5('one'), md5('two'))
    writeFileSync(kept(), damaged.replace(sum(text), sum(damaged)))
    expect((await ask('a')).sums).toEqual([md5('two')])
    await hashByTimes([file('a')], await openTimes(place, folder, false), () => {})
    expect(await ask('a')).toEqual({ sums: [md5('one')], trusted: 1 })
  })

  test('are followed through links, which may lead elsewhere next time', async () => {
    writeFileSync(at('one'), 'one')
    writeFileSync(at('two'), 'two')
    symlinkSync('one', at('link'))
    later()
    expect(await ask('link')).toEqual({ sums: [md5('one')], trusted: 0 })
    expect(await ask('link')).toEqual({ sums: [md5('one')], trusted: 1 })
    rmSync(at('link'))
    symlinkSync('two', at('link'))
    expect(await ask('link')).toEqual({ sums: [md5('two')], trusted: 0 })
    rmSync(at('link'))
    symlinkSync('nothing', at('link'))
    expect(await ask('link')).toEqual({ sums: ['ENOENT'], trusted: 0 })
  })

  test('are not known where they were written to within two seconds, or in the future', async () => {
    writeFileSync(at('a'), 'one')
    vi.spyOn(Date, 'now').mockReturnValue(statSync(at('a')).mtimeMs + 1500)
    await ask('a')
    expect(await ask('a')).toEqual({ sums: [md5('one')], trusted: 0 })
    later()
    const tomorrow = Date.now() / 1000 + 86_400
    utimesSync(at('a'), tomorrow, tomorrow)
    await ask('a')
    expect(await ask('a')).toEqual({ sums: [md5('one')], trusted: 0 })
    const stamp = { size: 1n, mtime: 8_000_000_000n, ctime: 8_000_000_000n, inode: 1n }
    expect([9999, 10_000, 10_001].map(began => isSettled(stamp, began))).toEqual([false, true, true])
    expect(isSettled({ ...stamp, mtime: 1n, ctime: 8_000_000_001n }, 10_000)).toBe(false)
  })

  test('are not known where they were written to while they were read', async () => {
    writeFileSync(at('a'), 'one')
    later()
    const times = await openTimes(place, folder)
    const busy: typeof times = {
      ...times,
      find(asked, stamp) {
        writeFileSync(at('a'), 'two')
        return times.find(asked, stamp)
      },
    }
    expect((await hashByTimes([file('a')], busy, () => {})).hashed.map(sumOf)).toEqual([md5('two')])
    expect((await ask('a')).trusted).toBe(0)
  })

  test('have one hash as bytes and another as text', async () => {
    writeFileSync(at('a'), 'a\r\n')
    later()
    const asText = async () => {
      const { hashed, trusted } = await hashByTimes(
        [{ path: at('a'), hash: 'md5-dos2unix' }],
        await openTimes(place, folder),
        () => {},
      )
      return [hashed.map(sumOf), trusted]
    }
    await ask('a')
    expect(await asText()).toEqual([[md5('a\n')], 0])
    expect(await asText()).toEqual([[md5('a\n')], 1])
    expect(await ask('a')).toEqual({ sums: [md5('a\r\n')], trusted: 1 })
  })

  test('are told apart by each of size, both times and inode', () => {
    writeFileSync(at('a'), 'one')
    const stamp = stampAt(at('a'))
    if (stamp === undefined) throw new Error('The file is there')
    expect(sameStamp(stamp, { ...stamp })).toBe(true)
    for (const part of ['size', 'mtime', 'ctime', 'inode'] as const)
      expect(sameStamp(stamp, { ...stamp, [part]: stamp[part] + 1n })).toBe(false)
  })
})

describe('the file that they are kept in', () => {
  test('is worth nothing where it is damaged, of another version or folder, somebody else’s, or a link', async () => {
    writeFileSync(at('a'), 'one')
    later()
    await ask('a')
    const right = readFileSync(kept(), 'utf8')
    // Where the sum is right, it is something else that is not.
    const forged = right.replace(md5('one'), md5('two'))
    const body = forged.slice(forged.indexOf('\n') + 1)
    const sum = createHash('sha256').update(body).digest('hex')
    const head = (version: number, about: string) =>
      `${JSON.stringify({ format: 'proofmark dvc times', version, folder: about, sha256: sum })}\n${body}`
    for (const text of [
      forged,
      right.slice(0, -5),
      '',
      'not ours',
      '{}\n',
      head(2, folder),
      head(1, '/elsewhere'),
      head(1, folder).replace(/ \d+ /, ' x '),
    ]) {
      writeFileSync(kept(), text)
      expect(await ask('a')).toEqual({ sums: [md5('one')], trusted: 0 })
      expect(await ask('a')).toEqual({ sums: [md5('one')], trusted: 1 })
    }
    chmodSync(kept(), 0o666)
    expect((await ask('a')).trusted).toBe(0)
    expect((await ask('a')).trusted).toBe(1)
    const elsewhere = join(temporaryFolder('times-elsewhere'), 'times')
    const path = kept()
    renameSync(path, elsewhere)
    symlinkSync(elsewhere, path)
    expect((await ask('a')).trusted).toBe(0)
    expect((await ask('a')).trusted).toBe(1)
    expect(readdirSync(place).length).toBe(1)
    expect(statSync(kept()).mode & 0o777).toBe(0o600)
  })

  test('does without what is no longer there, and keeps what nobody asked about', async () => {
    for (const name of ['a', 'b', 'c', 'd']) writeFileSync(at(name), name)
    later()
    await ask('a', 'b', 'c', 'd')
    rmSync(at('b'))
    writeFileSync(at('c'), 'other')
    const paths = () => [...readFileSync(kept(), 'utf8').matchAll(/ b(\S+)\0/g)].map(([, path]) => path)
    // Who asks about little does not look at all the rest.
    expect((await ask('a')).trusted).toBe(1)
    expect(paths()).toEqual(['a', 'b', 'c', 'd'].map(at))
    expect((await ask('a', 'd')).trusted).toBe(2)
    expect(paths()).toEqual([at('a'), at('d')])
    expect((await ask('a', 'd')).trusted).toBe(2)
  })

  test('is whole whoever writes at the same time, with what each has learnt', async () => {
    const names = Array.from({ length: 8 }, (_, i) => `f${i}`)
    for (const name of names) writeFileSync(at(name), name)
    later()
    const one = await openTimes(place, folder)
    const two = await openTimes(place, folder)
    await hashByTimes([file('f0')], one, () => {})
    await hashByTimes([file('f1')], two, () => {})
    expect((await ask('f0', 'f1')).trusted).toBe(2)
    await Promise.all(names.map(name => ask(name)))
    expect(readdirSync(place)).toEqual([kept().slice(place.length + 1)])
    const { sums, trusted } = await ask(...names)
    expect(sums).toEqual(names.map(md5))
    expect(trusted).toBeGreaterThan(1)
  })

  test('is done without where it cannot be written', async () => {
    writeFileSync(at('a'), 'one')
    writeFileSync(place, 'a file where a folder should be')
    later()
    expect(await ask('a')).toEqual({ sums: [md5('one')], trusted: 0 })
    expect(await ask('a')).toEqual({ sums: [md5('one')], trusted: 0 })
  })
})

/** A folder that DVC tracks, of three files, with its list in the cache. */
function tracked(): { listPath: string } {
  const entries = ['a', 'b', 'c'].map(name => ({ relpath: name, md5: md5(name) }))
  mkdirSync(at('data'))
  mkdirSync(at('.dvc'))
  writeFileSync(at('.dvc/config'), '')
  for (const { relpath } of entries) writeFileSync(at(`data/${relpath}`), relpath)
  const list = writeDirObject(entries)
  writeFileSync(at('data.dvc'), `outs:\n- md5: ${md5(list)}.dir\n  nfiles: 3\n  hash: md5\n  path: data\n`)
  const listPath = at(`.dvc/cache/files/md5/${md5(list).slice(0, 2)}/${md5(list).slice(2)}.dir`)
  mkdirSync(dirname(listPath), { recursive: true })
  writeFileSync(listPath, list)
  vi.stubEnv('PROOFMARK_CACHE', temporaryFolder('times-cache'))
  vi.stubEnv('CI', '')
  return { listPath }
}

test('proofmark dvc verify says what it read, and reads everything in a CI and with --rehash', async () => {
  tracked()
  later()
  const verify = async (...words: string[]) => {
    const { code, said } = await runProgram(folder, ['dvc', 'verify', ...words])
    return [code, /\(.* before\)|right content$/m.exec(said)?.[0]]
  }
  expect(await verify()).toEqual([0, '(3 read, 0 with the times of when they were read before)'])
  expect(await verify()).toEqual([0, '(0 read, 3 with the times of when they were read before)'])
  expect(await verify('--rehash')).toEqual([0, '(3 read, 0 with the times of when they were read before)'])
  expect(await verify()).toEqual([0, '(0 read, 3 with the times of when they were read before)'])
  vi.stubEnv('CI', 'true')
  expect(await verify()).toEqual([0, 'right content'])
  vi.stubEnv('CI', '')
  writeFileSync(at('data/b'), 'x')
  expect(await verify()).toEqual([1, '(1 read, 2 with the times of when they were read before)'])
  expect(await verify()).toEqual([1, '(0 read, 3 with the times of when they were read before)'])
})

test('a socket or a device is no file, and what should be a file there is missing', async () => {
  tracked()
  rmSync(at('data/b'))
  for (const name of ['data/b', 'data/socket']) {
    const server = createServer()
    await new Promise<void>(resolve => server.listen(at(name), resolve))
    onTestFinished(() => void server.close())
  }
  symlinkSync('/dev/null', at('single'))
  writeFileSync(at('single.dvc'), `outs:\n- md5: ${md5('x')}\n  hash: md5\n  path: single\n`)
  const { code, said } = await runProgram(folder, ['dvc', 'verify'])
  expect(code).toBe(1)
  expect(said).toContain('Expected data/b in the workspace but it is not there')
  expect(said).toContain('Expected to read single but the system said ENOTSUP')
  expect(said).not.toContain('data/socket')
})

test('a folder that was changed is that, also where the list that could say more is damaged', async () => {
  const { listPath } = tracked()
  writeFileSync(listPath, '[]')
  expect((await runProgram(folder, ['dvc', 'verify'])).code).toBe(0)
  writeFileSync(at('data/b'), 'x')
  const { code, said } = await runProgram(folder, ['dvc', 'verify'])
  expect(said).toMatch(
    /files of data to be those its pointer names but they are not; which ones differ, the list in the cache does not say\. Expected the list of data/,
  )
  expect(code).toBe(1)
})
