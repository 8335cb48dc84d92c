import { expect, it } from 'vitest'
import { appendToLog } from '../../src/commands/log/append-to-log.ts'
import { initLog } from '../../src/commands/log/init-log.ts'
import { readLog } from '../../src/commands/log/read-log.ts'
import { isFault } from '../../src/core/record/log/log-fault.ts'
import { logTrust } from '../../src/core/record/log/log-trust.ts'
import { noteKeys } from '../../src/signing/note-keys.ts'
import { certificateOf, ORIGIN, SIGNER, TRUSTED, writerPorts } from './a-writer.ts'
import { add, made, type Repository } from './contract.ts'

const trust = logTrust(TRUSTED, noteKeys.hash)
const ports = writerPorts(0)

/** A log of three certificates, with the heads that were seen on the way. */
async function aStandingLog(repository: Repository) {
  const begin = () => initLog({ branch: repository.open(), origin: ORIGIN, signer: SIGNER }, { noteKeys })
  const append = async (text: string, seen: Parameters<typeof readLog>[2] = []) =>
    appendToLog([certificateOf(text)], { branch: repository.open(), origin: ORIGIN, signer: SIGNER, seen }, ports)
  await begin()
  const first = await append('one')
  const second = await append('two')
  const third = await append('three')
  /** What whoever reads the log is told; the number of its entries where there is nothing against it. */
  async function read(seen: Parameters<typeof readLog>[2] = [third.checkpoint]): Promise<string | number> {
    const log = await readLog(repository.open(), trust, seen, ports)
    return isFault(log) ? log.message : log.leaves.length
  }
  return { begin, append, read, first, second, third, name: repository.open().name }
}

const codeOf = async (act: Promise<unknown>) => {
  const error = await act.then(
    () => undefined,
    (caught: unknown) => caught,
  )
  return error instanceof Error && 'code' in error ? `${error.code}: ${error.message}` : error
}

/** What is done to a branch by who may write there, and what is said of it, the same through every adapter. */
export function itIsNotDeceived(open: () => Promise<Repository>): void {
  it('reads a log that nobody has touched', async () => {
    const { read, append } = await aStandingLog(await open())
    expect(await read()).toBe(3)
    await append('four')
    expect(await read()).toBe(4)
  })

  it('sees that the branch was set back', async () => {
    const repository = await open()
    const { read, append, second, third, name } = await aStandingLog(repository)
    await repository.force(second.commit)

    expect(await read()).toBe(`ROLLBACK: size 2 < last seen 3 (${name})`)
    expect(await codeOf(append('four', [third.checkpoint]))).toBe(
      `log.rollback: ROLLBACK: size 2 < last seen 3 (${name})`,
    )
    expect(await read([second.checkpoint])).toBe(2)
    await repository.force(third.commit)
    expect(await read()).toBe(3)
  })

  it('sees that the branch was deleted', async () => {
    const repository = await open()
    const { read, append, name } = await aStandingLog(repository)
    await repository.remove()

    expect(await read()).toBe(`ROLLBACK: no branch < last seen 3 (${name})`)
    const missing = `log.missing: Expected a log at ${name} but found no such branch`
    expect(await codeOf(read([]))).toBe(missing)
    expect(await codeOf(append('four'))).toBe(missing)
  })

  it('sees that the log was written anew, with its own key', async () => {
    const repository = await open()
    const { begin, read, append, third } = await aStandingLog(repository)
    await repository.remove()
    await begin()
    for (const text of ['one', 'two', 'another', 'four']) await append(text)

    expect(await read([])).toBe(4)
    expect(await read()).toMatch(/^FORK: no consistency proof from size 3 to 4/)
    expect(await codeOf(append('five', [third.checkpoint]))).toMatch(/^log\.fork: FORK: /)
  })

  it('sees an entry that was changed', async () => {
    const repository = await open()
    const { read, append, third, name } = await aStandingLog(repository)
    const path = 'tile/entries/000.p/3'
    const branch = repository.open()
    const entries = Buffer.from((await branch.read(third.commit, path)) ?? []).toString('latin1')
    const changed = Buffer.from(entries.replace('certificate', 'certificatE'), 'latin1')
    made(await branch.commit(third.commit, add({ [path]: new Uint8Array(changed) }, 'Improve')))

    expect(await read()).toBe(`CORRUPT: entry 0 does not match its hash (tile/0/000.p/3 in ${name})`)
    expect(await codeOf(append('four'))).toBe(`log.corrupt: CORRUPT: entry 0 does not match its hash (${name})`)
  })

  it.each([
    [
      'a file beside the log',
      { 'junk.txt': 'x' },
      [],
      /^CORRUPT: expected nothing but the log in .* but found "junk\.txt"$/,
    ],
    [
      'tiles that nobody needs',
      { 'tile/0/001': 'x' },
      [],
      /^CORRUPT: expected nothing but the log in .* but found "tile\/0\/001"$/,
    ],
    ['an empty checkpoint', { checkpoint: '' }, [], /^(UNSIGNED|CORRUPT): /],
    [
      'a checkpoint of 2 MB',
      { checkpoint: 'x'.repeat(2_000_000) },
      [],
      /^CORRUPT: expected a checkpoint in .* but found none$/,
    ],
    ['a state that is no text', { state: Uint8Array.of(0xff, 0xfe) }, [], /^CORRUPT: expected the state of /],
    ['a tile less', {}, ['tile/0/000.p/3'], /^CORRUPT: expected tile\/0\/000\.p\/3 in .* but found no such file$/],
    [
      'a short tile',
      { 'tile/0/000.p/3': 'x' },
      [],
      /^CORRUPT: expected 3 places in tile\/0\/000\.p\/3 of .* but found 1 bytes$/,
    ],
  ] as const)('sees %s, and goes on after it was taken away', async (_, files, deletions, said) => {
    const repository = await open()
    const { read, third, append } = await aStandingLog(repository)
    const branch = repository.open()
    const before = await branch.list(third.commit)
    const junk = made(await branch.commit(third.commit, { ...add(files, 'Junk'), deletions }))

    expect(await read()).toMatch(said)

    const restored = [...Object.keys(files), ...deletions].filter(path => before.includes(path))
    const additions = await Promise.all(
      restored.map(async path => ({ path, content: (await branch.read(third.commit, path)) ?? new Uint8Array() })),
    )
    const alien = Object.keys(files).filter(path => !before.includes(path))
    made(await branch.commit(junk, { message: 'Restore', additions, deletions: alien }))
    expect(await read()).toBe(3)
    expect((await append('four', [third.checkpoint])).checkpoint.size).toBe(4)
  })
}
