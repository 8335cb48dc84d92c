import { describe, expect, it } from 'vitest'
import { appendToLog } from '../../../src/commands/log/append-to-log.ts'
import { initLog } from '../../../src/commands/log/init-log.ts'
import { isFault } from '../../../src/core/record/log/log-fault.ts'
import { verifyLogProof } from '../../../src/core/record/log/verify-proof.ts'
import { noteKeys } from '../../../src/signing/note-keys.ts'
import {
  aLog,
  appender,
  logPorts,
  logSigner,
  NOW,
  ORIGIN,
  readable,
  signerOf,
  trustIn,
  write,
  writes,
} from '../../harness/log/a-log.ts'
import { memoryBranch } from '../../harness/log/memory-branch.ts'

const documents = (log: Awaited<ReturnType<typeof readable>>) => log.leaves.map(({ leaf }) => leaf.document)

describe('appending to a log', () => {
  it('begins with the signed head of an empty tree', async () => {
    const { branch } = await aLog()
    expect([...branch.tree().keys()].toSorted()).toEqual(['checkpoint', 'state'])
    expect(await readable(branch)).toMatchObject({ leaves: [], unsigned: 0, checkpoint: { size: 0, origin: ORIGIN } })
  })

  it('sequences, then signs, then proves', async () => {
    const { branch, append } = await aLog()
    const { entries, checkpoint, commit, note } = await append([write('a certificate')])

    expect(branch.history).toHaveLength(3)
    expect(branch.tree(branch.history[1]).get('checkpoint')).toEqual(branch.tree(branch.history[0]).get('checkpoint'))
    expect(commit).toBe(branch.history[2])
    expect(checkpoint).toMatchObject({ origin: ORIGIN, size: 1 })
    expect(new TextDecoder().decode(branch.tree().get('checkpoint'))).toBe(note)
    expect([...branch.tree().keys()].toSorted()).toEqual([
      `blobs/sha256/${write('a certificate').leaf.document.slice(7, 9)}/${write('a certificate').leaf.document.slice(9)}.json`,
      'checkpoint',
      'state',
      'tile/0/000.p/1',
      'tile/entries/000.p/1',
    ])
    const [entry] = entries
    expect(entry).toMatchObject({ index: 0, kept: true, leaf: write('a certificate').leaf })
    const proved = verifyLogProof(entry?.proof ?? '', write('a certificate').leaf, trustIn(), NOW, noteKeys)
    expect(proved).toMatchObject({ index: 0, leaf: write('a certificate').leaf, checkpoint: { size: 1 } })
  })

  it('brings in several leaves by one commit, and the same one once', async () => {
    const { branch, append } = await aLog()
    const { entries } = await append([...writes(3), write('document 1')])
    expect(branch.history).toHaveLength(3)
    expect(entries.map(({ index }) => index)).toEqual([0, 1, 2, 1])
    expect(documents(await readable(branch))).toEqual(writes(3).map(({ leaf }) => leaf.document))
  })

  it('keeps the newest partial tile of each level only, and never writes a full one again', async () => {
    const { branch, append } = await aLog()
    for (let n = 0; n < 6; n++) await append(writes(100, n * 100))
    const full = branch.history.map(commit => branch.tree(commit).get('tile/0/000')).filter(tile => tile !== undefined)
    expect(full.length).toBeGreaterThan(3)
    expect(new Set(full.map(tile => Buffer.from(tile).toString('hex'))).size).toBe(1)
    expect([...branch.tree().keys()].filter(path => path.startsWith('tile/')).toSorted()).toEqual([
      'tile/0/000',
      'tile/0/001',
      'tile/0/002.p/88',
      'tile/1/000.p/2',
      'tile/entries/000',
      'tile/entries/001',
      'tile/entries/002.p/88',
    ])
    expect(documents(await readable(branch))).toEqual(writes(600).map(({ leaf }) => leaf.document))
  })

  it('refuses a document that is not the one its leaf names, and a key of another log', async () => {
    const { branch, append } = await aLog()
    const { leaf } = write('a certificate')
    await expect(append([{ leaf, document: new TextEncoder().encode('another') }])).rejects.toThrow('not the one')
    await expect(
      appendToLog([write('x')], { branch, origin: ORIGIN, signer: signerOf('another.example', 1, 1) }, logPorts()),
    ).rejects.toThrow('called like it')
    expect(branch.history).toHaveLength(1)
  })

  it('keeps no document of more than a megabyte in the branch, and says so', async () => {
    const { branch, append } = await aLog()
    const { entries } = await append([write('x'.repeat(1024 * 1024 + 1)), write('y'.repeat(1024 * 1024))])
    expect(entries.map(({ kept }) => kept)).toEqual([false, true])
    expect([...branch.tree().keys()].filter(path => path.startsWith('blobs/'))).toHaveLength(1)
  })

  it('says what to do without a branch, and makes none over another', async () => {
    const branch = memoryBranch()
    await expect(appender(branch)([write('x')])).rejects.toMatchObject({ code: 'log.missing' })
    await aLog(branch)
    await expect(initLog({ branch, origin: ORIGIN, signer: logSigner }, logPorts())).rejects.toMatchObject({
      code: 'log.exists',
    })
  })

  it('begins although the answer was lost', async () => {
    const branch = memoryBranch()
    branch.faults.push('lost-but-landed')
    expect(await initLog({ branch, origin: ORIGIN, signer: logSigner }, logPorts())).toMatchObject({
      commit: branch.history[0],
    })
    const never = memoryBranch()
    never.faults.push('lost')
    await expect(initLog({ branch: never, origin: ORIGIN, signer: logSigner }, logPorts())).rejects.toMatchObject({
      code: 'log.not-made',
      kind: 'environment',
    })
  })
})

describe('appending beside others and over a bad network', () => {
  it.each([
    ['conflict' as const, 1],
    ['lost' as const, 1],
    ['lost-but-landed' as const, 1],
  ])('brings the leaf in once where the first phase ends in %s', async (fault, count) => {
    const { branch, append } = await aLog()
    branch.faults.push(fault)
    const { entries } = await append([write('a certificate')])
    expect(entries.map(({ index }) => index)).toEqual([0])
    expect(documents(await readable(branch))).toHaveLength(count)
  })

  it.each(['conflict', 'lost', 'lost-but-landed'] as const)(
    'signs once where the second phase ends in %s',
    async fault => {
      const { branch, append } = await aLog()
      branch.faults.push(async () => {}, fault)
      const { checkpoint } = await append([write('a certificate')])
      expect(checkpoint.size).toBe(1)
      expect(documents(await readable(branch))).toHaveLength(1)
    },
  )

  it('does everything anew on top of a faster writer, with waits that grow', async () => {
    const { branch } = await aLog()
    const faster = appender(branch.again())
    const ports = logPorts()
    branch.faults.push(
      async () => void (await faster(writes(200))),
      async () => void (await faster(writes(200, 200))),
    )
    const { entries } = await appender(branch, ports)([write('mine')])
    expect(entries.map(({ index }) => index)).toEqual([400])
    expect(documents(await readable(branch))).toEqual([...writes(400), write('mine')].map(({ leaf }) => leaf.document))
    expect(ports.waits.slice(0, 2)).toEqual([40, 80])
  })

  it('takes the leaf of a faster writer that says the same for its own, at its time', async () => {
    const { branch } = await aLog()
    const theirs = write('one document', { at: '2026-11-30T10:59:59Z' })
    branch.faults.push(async () => void (await appender(branch.again())([theirs])))
    const { entries } = await appender(branch)([write('one document')])
    expect(entries.map(({ index, leaf }) => ({ index, leaf }))).toEqual([{ index: 0, leaf: theirs.leaf }])
    expect(
      verifyLogProof(entries[0]?.proof ?? '', { document: theirs.leaf.document }, trustIn(), NOW, noteKeys),
    ).toMatchObject({ index: 0, leaf: theirs.leaf })
  })

  it('tells promotions of one document to two targets apart, and one document at two times', async () => {
    const { branch, append } = await aLog()
    await append([
      write('p', { type: 'promotion', target: 'folder:/a' }),
      write('p', { type: 'promotion', target: 'folder:/b' }),
    ])
    await append([write('p', { type: 'policy' })])
    await append([write('p', { type: 'policy', at: '2026-11-30T11:30:00Z' })])
    await append([write('p', { type: 'policy', at: '2026-11-30T11:30:00Z' })])
    expect((await readable(branch)).leaves).toHaveLength(4)
  })

  it('mends a writer that ended between the phases', async () => {
    const { branch, append } = await aLog()
    branch.faults.push(
      async () => {},
      () => Promise.reject(new Error('the runner is gone')),
    )
    await expect(append([write('first')])).rejects.toThrow('the runner is gone')
    expect(await readable(branch)).toMatchObject({ leaves: [], unsigned: 1 })

    const { entries, checkpoint } = await append([write('second')])
    expect(checkpoint.size).toBe(2)
    expect(entries.map(({ index }) => index)).toEqual([1])
    expect(await readable(branch)).toMatchObject({ unsigned: 0, leaves: [{ index: 0 }, { index: 1 }] })
  })

  it('finds its own entry when a job that ended between the phases is run again', async () => {
    const { branch, append } = await aLog()
    branch.faults.push(
      async () => {},
      () => Promise.reject(new Error('the runner is gone')),
    )
    await expect(append([write('first')])).rejects.toThrow('the runner is gone')
    expect((await append([write('first')])).entries.map(({ index }) => index)).toEqual([0])
    expect((await readable(branch)).leaves).toHaveLength(1)
  })

  it('never signs two trees of one size, whoever wins', async () => {
    const { branch } = await aLog()
    const signed = new Map<string, string>()
    const ports = logPorts()
    const counting = {
      ...ports,
      noteKeys: {
        ...noteKeys,
        sign(seed: Uint8Array, message: Uint8Array) {
          const [, size = '', root = ''] = new TextDecoder().decode(message).split('\n')
          expect(signed.get(size) ?? root).toBe(root)
          signed.set(size, root)
          return noteKeys.sign(seed, message)
        },
      },
    }
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        const own = branch.again()
        for (let n = 0; n < 10; n++) {
          own.faults.push(...(n % 3 === 0 ? (['lost-but-landed'] as const) : n % 3 === 1 ? (['lost'] as const) : []))
          await appendToLog(
            [write(`writer ${writer} document ${n}`)],
            { branch: own, origin: ORIGIN, signer: logSigner },
            counting,
          )
        }
      }),
    )
    const all = documents(await readable(branch))
    expect(all).toHaveLength(80)
    expect(new Set(all).size).toBe(80)
  })

  it('gives up after a hundred tries, as trouble of the environment', async () => {
    const { branch, append } = await aLog()
    branch.faults.push(...Array.from({ length: 100 }, () => 'conflict' as const))
    await expect(append([write('x')])).rejects.toMatchObject({ code: 'log.busy', kind: 'environment' })
    const log = await readable(branch)
    expect(isFault(log)).toBe(false)
    expect(log.leaves).toHaveLength(0)
  })
})
