import { expect, it } from 'vitest'
import type { LogBranch } from '../../src/ports.ts'

/** A repository that several writers open the same branch of. */
export interface Repository {
  /** The branch as a new process would see it. */
  open(): LogBranch
  /** What git itself would check out of the branch: content by path. */
  files(): Promise<Record<string, Uint8Array>>
  /** Points the branch at any commit, as who may force a push can. */
  force(commit: string): Promise<void>
  /** Deletes the branch. */
  remove(): Promise<void>
  /** Commits of the branch, newest first. */
  history(): Promise<{ commit: string; parents: string[]; message: string }[]>
}

export const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))

export const add = (files: Record<string, string | Uint8Array>, message = 'Append') => ({
  message,
  additions: Object.entries(files).map(([path, content]) => ({
    path,
    content: typeof content === 'string' ? bytes(content) : content,
  })),
  deletions: [],
})

/** The commit, where there is one. */
export function made(result: Awaited<ReturnType<LogBranch['commit']>>): string {
  if (typeof result === 'string') throw new Error(`Expected a commit but found '${result}'`)
  return result.commit
}

/** What every adapter of `LogBranch` must do, the same for all. */
export function itKeepsALog(open: () => Promise<Repository>): void {
  it('has no head before the first commit', async () => {
    expect(await (await open()).open().head()).toBeUndefined()
  })

  it('makes the branch with a first commit that has no parent and holds these files only', async () => {
    const repository = await open()
    const branch = repository.open()

    const commit = made(await branch.commit(undefined, add({ checkpoint: 'one\n', 'tile/0/000.p/1': 'x' }, 'Begin')))

    expect(await branch.head()).toBe(commit)
    expect(await repository.open().head()).toBe(commit)
    expect(await repository.history()).toEqual([{ commit, parents: [], message: 'Begin' }])
    expect(await repository.files()).toEqual({ checkpoint: bytes('one\n'), 'tile/0/000.p/1': bytes('x') })
  })

  it('reads and lists the files of a commit, in a process of its own, also of an older commit', async () => {
    const repository = await open()
    const first = made(await repository.open().commit(undefined, add({ checkpoint: 'one\n', 'tile/0/000': 'a' })))
    const second = made(await repository.open().commit(first, add({ checkpoint: 'two\n', 'tile/x001/234': 'b' })))

    const branch = repository.open()
    expect(await branch.read(second, 'checkpoint')).toEqual(bytes('two\n'))
    expect(await branch.read(second, 'tile/0/000')).toEqual(bytes('a'))
    expect(await branch.read(first, 'checkpoint')).toEqual(bytes('one\n'))
    expect((await branch.list(second)).toSorted()).toEqual(['checkpoint', 'tile/0/000', 'tile/x001/234'])
    expect((await repository.open().list(first)).toSorted()).toEqual(['checkpoint', 'tile/0/000'])
  })

  it('has nothing where there is no such file: no name, a folder, a part of a name', async () => {
    const branch = (await open()).open()
    const commit = made(await branch.commit(undefined, add({ 'tile/0/000': 'a' })))

    expect(
      await Promise.all(
        ['nope', 'tile', 'tile/0', 'tile/0/00', 'tile/0/000/x', 'tile/*/000'].map(path => branch.read(commit, path)),
      ),
    ).toEqual(Array.from({ length: 6 }, () => undefined))
  })

  it('puts files on and takes files away in one commit, and leaves the others', async () => {
    const repository = await open()
    const branch = repository.open()
    const first = made(await branch.commit(undefined, add({ checkpoint: 'one', 'tile/0/000.p/1': 'x', keep: 'k' })))

    const change = { ...add({ checkpoint: 'two', 'tile/0/000': 'y' }), deletions: ['tile/0/000.p/1'] }
    const second = made(await branch.commit(first, change))

    expect(await repository.files()).toEqual({ checkpoint: bytes('two'), 'tile/0/000': bytes('y'), keep: bytes('k') })
    expect(await repository.open().list(second)).not.toContain('tile/0/000.p/1')
    expect((await repository.history()).map(({ parents }) => parents)).toEqual([[first], []])
  })

  it('does not move a branch that points elsewhere by now', async () => {
    const repository = await open()
    const [one, other] = [repository.open(), repository.open()]
    const first = made(await one.commit(undefined, add({ checkpoint: 'one' })))
    const second = made(await other.commit(first, add({ checkpoint: 'two' })))

    expect(await one.commit(first, add({ checkpoint: 'lost' }))).toBe('conflict')
    expect(await one.commit(undefined, add({ checkpoint: 'lost' }))).toBe('conflict')
    expect(await repository.open().head()).toBe(second)
    expect(await repository.files()).toEqual({ checkpoint: bytes('two') })
    expect(made(await one.commit(second, add({ checkpoint: 'three' })))).toMatch(/^[0-9a-f]{40}$/)
  })

  it('lets one of two writers win who write at once, whether the branch is there or not', async () => {
    const repository = await open()
    const [one, other] = [repository.open(), repository.open()]
    let parent: string | undefined
    for (let round = 0; round < 4; round += 1) {
      const results = await Promise.all([
        one.commit(parent, add({ checkpoint: `one ${round}` })),
        other.commit(parent, add({ checkpoint: `other ${round}` })),
      ])
      expect(results.filter(result => result === 'conflict')).toHaveLength(1)
      const won = results.findIndex(result => result !== 'conflict')
      parent = await repository.open().head()
      expect(results[won]).toEqual({ commit: parent })
      expect(await repository.files()).toEqual({ checkpoint: bytes(`${won === 0 ? 'one' : 'other'} ${round}`) })
    }
    expect(await repository.history()).toHaveLength(4)
  })

  it('keeps bytes as they are: binary, empty, line ends, a megabyte', async () => {
    const repository = await open()
    const files = {
      binary: Uint8Array.from({ length: 256 }, (_, i) => i),
      empty: new Uint8Array(),
      crlf: bytes('a\r\nb\r\n'),
      'not-utf8': Uint8Array.of(0xff, 0xfe, 0xc3, 0x28),
      large: Uint8Array.from({ length: 1_200_000 }, (_, i) => (i * 7919) >> 3),
    }
    const commit = made(await repository.open().commit(undefined, add(files)))

    const branch = repository.open()
    const read = await Promise.all(Object.keys(files).map(async path => [path, await branch.read(commit, path)]))
    expect(Object.fromEntries(read)).toEqual(files)
    expect(await repository.files()).toEqual(files)
  })

  it('keeps 300 files in one commit, with names beyond ASCII, and reads them all at once', async () => {
    const repository = await open()
    const odd = ['größe 1/ü', '模型/😀', 'e\u0301', '"quoted"', "it's", 'a b', '-dash', '#hash?x=1&y', '%2F', '[a]*']
    const files = Object.fromEntries([
      ...Array.from({ length: 290 }, (_, i) => [`blobs/sha256/${i % 7}/${i}.json`, `{"i":${i}}`]),
      ...odd.map((path, i) => [path, `odd ${i}`]),
    ])
    const commit = made(await repository.open().commit(undefined, add(files)))

    const branch = repository.open()
    expect((await branch.list(commit)).toSorted()).toEqual(Object.keys(files).toSorted())
    const read = await Promise.all(Object.keys(files).map(path => branch.read(commit, path)))
    expect(read.map(content => Buffer.from(content ?? []).toString())).toEqual(Object.values(files))
    const next = made(await branch.commit(commit, { ...add({}), deletions: odd }))
    expect(await branch.list(next)).toHaveLength(290)
  })

  it.each(['../x', '/x', 'a//b', 'a/.git/b', '.GIT/config', 'a\\b', 'a\nb', '', 'a/', 'c:x'])(
    'refuses the path %j',
    async path => {
      const branch = (await open()).open()

      await expect(branch.commit(undefined, add({ [path]: 'x' }))).rejects.toMatchObject({ code: 'log.path' })
      expect(await branch.head()).toBeUndefined()
    },
  )
}
