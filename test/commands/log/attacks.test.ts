import { describe, expect, it } from 'vitest'
import { initLog } from '../../../src/commands/log/init-log.ts'
import { proveLogged } from '../../../src/commands/log/prove-logged.ts'
import { repairLog } from '../../../src/commands/log/repair-log.ts'
import { mirrorCosignature, witnessLog } from '../../../src/commands/log/witness-log.ts'
import { writeEntries } from '../../../src/core/record/log/entry-bundle.ts'
import { isFault } from '../../../src/core/record/log/log-fault.ts'
import { verifyLogProof } from '../../../src/core/record/log/verify-proof.ts'
import { noteKeys } from '../../../src/signing/note-keys.ts'
import {
  aLog,
  appender,
  faultOf,
  logPorts,
  logSigner,
  NOW,
  ORIGIN,
  readable,
  signerOf,
  trustIn,
  witnessSigner,
  write,
  writes,
} from '../../harness/log/a-log.ts'
import { type MemoryBranch, memoryBranch } from '../../harness/log/memory-branch.ts'

const WHERE = 'acme/governance@proofmark-log'

/** Lets witness `n` look at the log, from what it kept, and mirror its cosignature. */
async function cosigned(branch: MemoryBranch, n = 0, stored?: string, at = NOW) {
  const seen = await witnessLog(branch, trustIn(1, 0), { signer: witnessSigner(n), stored }, logPorts(at))
  if (isFault(seen)) throw new Error(seen.message)
  await mirrorCosignature(branch, trustIn(), witnessSigner(n), seen, logPorts(at))
  return seen
}

describe('a log that was rewritten', () => {
  it('is refused after a force-push to an older commit, by whoever has seen more', async () => {
    const { branch, append } = await aLog()
    const { commit } = await append(writes(4))
    const { checkpoint } = await append(writes(2, 4))
    branch.force(commit)

    expect(await faultOf(branch)).toBe('no fault')
    expect(await faultOf(branch, trustIn(), [checkpoint])).toBe(`ROLLBACK: size 4 < last seen 6 (${WHERE})`)
    await expect(append([write('next')], [checkpoint])).rejects.toMatchObject({
      code: 'log.rollback',
      message: `ROLLBACK: size 4 < last seen 6 (${WHERE})`,
    })
  })

  it('is refused where it was deleted, by whoever has seen it', async () => {
    const { branch, append } = await aLog()
    const { checkpoint } = await append(writes(4))
    branch.force(undefined)
    expect(await faultOf(branch, trustIn(), [checkpoint])).toBe(`ROLLBACK: no branch < last seen 4 (${WHERE})`)
  })

  it('is refused when it is made anew and signed with the stolen key, by whoever has seen the other', async () => {
    const { branch, append } = await aLog()
    const { checkpoint } = await append(writes(4))
    branch.force(undefined)
    await initLog({ branch, origin: ORIGIN, signer: logSigner }, logPorts())
    await append(writes(6, 100))

    expect(await faultOf(branch)).toBe('no fault')
    expect(await faultOf(branch, trustIn(), [checkpoint])).toBe('FORK: no consistency proof from size 4 to 6')
    await expect(append([write('next')], [checkpoint])).rejects.toMatchObject({ code: 'log.fork' })
  })

  it('is refused by who trusts its witness, who has seen the other, even where nothing else was seen', async () => {
    const { branch, append } = await aLog()
    await append(writes(4))
    await cosigned(branch)
    const mirrored = branch.tree().get('witness/witness.example%2Fw0')
    branch.force(undefined)
    await initLog({ branch, origin: ORIGIN, signer: logSigner }, logPorts())
    await append(writes(6, 100))

    expect(await faultOf(branch, trustIn(1))).toContain('UNWITNESSED: expected 1 of 1 witnesses')
    branch.tamper({ 'witness/witness.example%2Fw0': mirrored })
    expect(await faultOf(branch, trustIn(1))).toBe(
      'FORK: the log at size 4 is not the one that witness.example/w0 has seen',
    )
  })

  it('shows two readers two logs only until a witness has seen one of them', async () => {
    const { branch, append } = await aLog()
    const { checkpoint } = await append(writes(4))
    const other = memoryBranch()
    await initLog({ branch: other, origin: ORIGIN, signer: logSigner }, logPorts())
    const theirs = await appender(other)([...writes(3), write('a certificate nobody else sees')])
    const proof = theirs.entries[3]?.proof ?? ''
    const sought = { document: write('a certificate nobody else sees').leaf.document }

    expect(verifyLogProof(proof, sought, trustIn(), NOW, noteKeys)).toMatchObject({ index: 3 })
    const { note } = await cosigned(branch)
    expect(verifyLogProof(proof, sought, trustIn(1), NOW, noteKeys)).toMatchObject({ fault: 'unwitnessed' })
    expect(
      await witnessLog(other, trustIn(1, 0), { signer: witnessSigner(0), stored: note }, logPorts()),
    ).toMatchObject({ message: 'FORK: no consistency proof from size 4 to 4' })
    expect(await faultOf(other, trustIn(), [checkpoint])).toBe('FORK: no consistency proof from size 4 to 4')
  })

  it('keeps a witness from cosigning a smaller log than it has seen', async () => {
    const { branch, append } = await aLog()
    const { commit } = await append(writes(4))
    await append(writes(2, 4))
    const { note } = await cosigned(branch)
    branch.force(commit)
    expect(
      await witnessLog(branch, trustIn(1, 0), { signer: witnessSigner(0), stored: note }, logPorts()),
    ).toMatchObject({ fault: 'rollback', message: `ROLLBACK: size 4 < last seen 6 (${WHERE})` })
  })

  it('is refused under the checkpoint of another log, or of another key', async () => {
    const { branch, append } = await aLog()
    await append(writes(2))
    const other = memoryBranch()
    const signer = signerOf('github.com/acme/another', 1, 1)
    await initLog({ branch: other, origin: signer.name, signer }, logPorts())
    branch.tamper({ checkpoint: other.tree().get('checkpoint') })
    expect(await faultOf(branch)).toContain(`UNSIGNED: expected a signature by ${ORIGIN}+${logSigner.keyId}`)
    await expect(append([write('x')])).rejects.toMatchObject({ code: 'log.unsigned' })

    const mallory = signerOf(ORIGIN, 1, 66)
    const forged = memoryBranch()
    await initLog({ branch: forged, origin: ORIGIN, signer: mallory }, logPorts())
    expect(await faultOf(forged)).toContain('UNSIGNED')
  })

  it('is refused where the state is put back, or ahead of what the tiles make', async () => {
    const { branch, append } = await aLog()
    await append(writes(2))
    const state = branch.tree().get('state')
    await append(writes(2, 2))
    branch.tamper({ state })
    expect(await faultOf(branch)).toBe(
      `CORRUPT: expected at least the 4 signed entries in the state of ${WHERE} but found 2`,
    )
    await expect(append([write('x')])).rejects.toMatchObject({ code: 'log.corrupt' })
  })
})

describe('a log that somebody with the right to write has edited', () => {
  /** A log of three levels' beginnings: 600 entries, whose every tile is edited in turn. */
  const edits: [string, (tree: Map<string, Uint8Array>) => Record<string, Uint8Array | string | undefined>, string][] =
    [
      [
        'an entry',
        tree => ({ 'tile/entries/000.p/6': entriesOf(tree, 6, 5, write('edited')) }),
        `CORRUPT: entry 5 does not match its hash`,
      ],
      [
        'a hash',
        tree => {
          const tile = Uint8Array.from(tree.get('tile/0/000.p/6') ?? [])
          tile.fill(7, 64, 96)
          return { 'tile/0/000.p/6': tile }
        },
        'CORRUPT: entry 2 does not match its hash',
      ],
      [
        'a shorter tile',
        tree => ({ 'tile/0/000.p/6': tree.get('tile/0/000.p/6')?.subarray(0, 190) }),
        `CORRUPT: expected 6 places in tile/0/000.p/6 of ${WHERE} but found 190 bytes`,
      ],
      [
        'shorter entries',
        tree => ({ 'tile/entries/000.p/6': tree.get('tile/entries/000.p/6')?.subarray(0, 100) }),
        'CORRUPT: expected 6 entries',
      ],
      [
        'longer entries',
        tree => ({
          'tile/entries/000.p/6': Buffer.concat([
            tree.get('tile/entries/000.p/6') ?? Buffer.alloc(0),
            Buffer.from('\0\0'),
          ]),
        }),
        'CORRUPT: expected 6 entries',
      ],
      ['no tile', () => ({ 'tile/0/000.p/6': undefined }), `CORRUPT: expected tile/0/000.p/6 in ${WHERE}`],
      ['no checkpoint', () => ({ checkpoint: undefined }), `CORRUPT: expected a checkpoint in ${WHERE} but found none`],
      ['no state', () => ({ state: undefined }), `CORRUPT: expected the state of ${ORIGIN}`],
      ['a checkpoint of a megabyte', () => ({ checkpoint: 'x'.repeat(1 << 20) }), 'CORRUPT: expected a checkpoint'],
      ['a checkpoint of no text', () => ({ checkpoint: Uint8Array.of(255, 254) }), 'CORRUPT: expected a checkpoint'],
      [
        'junk beside the log',
        () => ({ 'model.pkl': 'x' }),
        `CORRUPT: expected nothing but the log in ${WHERE} but found "model.pkl"`,
      ],
      ['junk among the tiles', () => ({ 'tile/0/001': 'x' }), 'CORRUPT: expected nothing but the log'],
      ['junk among the documents', () => ({ 'blobs/sha256/00/run.sh': 'x' }), 'CORRUPT: expected nothing but the log'],
    ]

  it.each(edits)('is refused with %s', async (_, edit, fault) => {
    const { branch, append } = await aLog()
    const { commit, checkpoint } = await append(writes(6))
    expect(await faultOf(branch)).toBe('no fault')
    branch.tamper(edit(branch.tree()))
    expect(await faultOf(branch)).toContain(fault)

    const { entries } = await repairLog(
      { to: commit, reason: 'another job wrote to the branch' },
      { branch, origin: ORIGIN, signer: logSigner, seen: [checkpoint] },
      logPorts(),
    )
    expect(entries).toMatchObject([{ index: 6, leaf: { type: 'incident' }, kept: true }])
    expect(await faultOf(branch, trustIn(), [checkpoint])).toBe('no fault')
    expect((await append([write('next')], [checkpoint])).entries).toMatchObject([{ index: 7 }])
  })

  it('stops the next writer where its edge was edited, before anything is signed', async () => {
    const { branch, append } = await aLog()
    await append(writes(6))
    const bundle = entriesOf(branch.tree(), 6, 5, write('edited'))
    branch.tamper({ 'tile/entries/000.p/6': bundle })
    await expect(append([write('next')])).rejects.toMatchObject({
      code: 'log.corrupt',
      message: `CORRUPT: entry 5 does not match its hash (${WHERE})`,
    })
  })

  it('is refused in a full tile far from the edge', async () => {
    const { branch, append } = await aLog()
    await append(writes(600))
    const tile = Uint8Array.from(branch.tree().get('tile/entries/000') ?? [])
    const at = Buffer.from(tile).indexOf('credit-default 3')
    tile.set(Buffer.from('credit-default 4'), at)
    branch.tamper({ 'tile/entries/000': tile })
    expect(await faultOf(branch)).toBe(`CORRUPT: entry 0 does not match its hash (tile/0/000 in ${WHERE})`)
  })

  it('is never signed with an entry that is no leaf, which readers could not read', async () => {
    const { branch, append } = await aLog()
    const { commit } = await append(writes(2))
    const stranger = appender(branch, {
      ...logPorts(),
      // Somebody else's program, which puts anything into the tree and leaves the signing to us.
      pause: () => Promise.reject(new Error('stopped before signing')),
    })
    branch.faults.push(
      async () => {},
      () => Promise.reject(new Error('stopped before signing')),
    )
    await expect(stranger([{ leaf: { ...write('x').leaf, model: 'x' } }])).rejects.toThrow('stopped before signing')
    const tree = branch.tree()
    const entries = tree.get('tile/entries/000.p/3') ?? new Uint8Array()
    const { grow } = await import('../../../src/core/record/log/grow.ts')
    const { rangeHash } = await import('../../../src/core/record/log/range-hash.ts')
    const { checkpointText } = await import('../../../src/core/record/log/checkpoint.ts')
    const { tilePath } = await import('../../../src/core/record/log/tile-path.ts')
    const { readEntries } = await import('../../../src/core/record/log/entry-bundle.ts')
    const three = [...(readEntries(entries, 3) ?? []).slice(0, 2), Buffer.from('{"v":1,"type":"anything"}')]
    const { written } = grow(0, () => new Uint8Array(), three, noteKeys.hash)
    const root = rangeHash(
      { from: 0, to: 3 },
      3,
      tile => written.get(tilePath(tile)) ?? new Uint8Array(),
      noteKeys.hash,
    )
    branch.tamper({ ...Object.fromEntries(written), state: checkpointText({ origin: ORIGIN, size: 3, root }) })

    await expect(append([write('next')])).rejects.toMatchObject({
      message: `CORRUPT: entry 2 is not a leaf that Proofmark writes (${WHERE})`,
    })
    expect((await readable(branch)).checkpoint.size).toBe(2)
    await repairLog({ to: commit, reason: 'r' }, { branch, origin: ORIGIN, signer: logSigner }, logPorts())
    expect((await readable(branch)).leaves.map(({ leaf }) => leaf.type)).toEqual([
      'certificate',
      'certificate',
      'incident',
    ])
  })

  it('cannot be repaired to before what was published', async () => {
    const { branch, append } = await aLog()
    const { commit } = await append(writes(2))
    const { checkpoint } = await append([write('a revocation', { type: 'revocation' })])
    branch.tamper({ 'model.pkl': 'x' })
    const writer = { branch, origin: ORIGIN, signer: logSigner }
    await expect(repairLog({ to: commit, reason: 'r' }, writer, logPorts())).rejects.toMatchObject({
      code: 'log.rollback',
    })
    branch.tamper({ checkpoint: 'x' })
    await expect(
      repairLog({ to: commit, reason: 'r' }, { ...writer, seen: [checkpoint] }, logPorts()),
    ).rejects.toMatchObject({ code: 'log.rollback' })
    const [head = ''] = branch.history.slice(-1)
    await expect(repairLog({ to: head, reason: 'r' }, writer, logPorts())).rejects.toMatchObject({
      code: 'log.unsigned',
    })
  })

  it('needs no repair where nothing differs', async () => {
    const { branch, append } = await aLog()
    const { commit } = await append(writes(2))
    await expect(
      repairLog({ to: commit, reason: 'r' }, { branch, origin: ORIGIN, signer: logSigner }, logPorts()),
    ).rejects.toMatchObject({ code: 'log.nothing-to-repair' })
  })
})

describe('witnesses', () => {
  const hours = (n: number) => new Date(NOW.getTime() - n * 3_600_000)

  it('stand for the largest log that as many as the quorum have seen, and by when', async () => {
    const { branch, append } = await aLog()
    await append(writes(2))
    await cosigned(branch, 0, undefined, hours(3))
    await append(writes(2, 2))
    const both = trustIn(2, 2)
    expect(await faultOf(branch, both)).toBe(
      `UNWITNESSED: expected 2 of 2 witnesses to have cosigned ${ORIGIN} but found 1`,
    )
    await cosigned(branch, 1, undefined, hours(1))
    await append(writes(2, 4))
    expect((await readable(branch, both)).witnessed).toMatchObject({ size: 2, asOf: hours(3) })
    expect((await readable(branch, trustIn(2, 1))).witnessed).toMatchObject({ size: 4, asOf: hours(1) })
    expect((await readable(branch, trustIn(2, 0))).witnessed).toMatchObject({ size: 6 })
    expect((await readable(branch, both)).leaves).toHaveLength(6)
  })

  it('that stopped looking make a log stale, which could hide a revocation', async () => {
    const { branch, append } = await aLog()
    await append(writes(2))
    const { note } = await cosigned(branch, 0, undefined, hours(25))
    await append([write('a revocation', { type: 'revocation' })])
    expect(await faultOf(branch, trustIn(1))).toBe('no fault')
    expect(await faultOf(branch, trustIn(1, 1, 24))).toBe(
      `STALE: expected a checkpoint of ${ORIGIN} cosigned in the last 24 hours but found 2026-11-29T11:00:00.000Z`,
    )
    await cosigned(branch, 0, note, hours(23))
    expect(await faultOf(branch, trustIn(1, 1, 24))).toBe('no fault')
  })

  it('whose time is yet to come count for nothing', async () => {
    const { branch, append } = await aLog()
    await append(writes(2))
    await cosigned(branch, 0, undefined, hours(-1))
    expect(await faultOf(branch, trustIn(1))).toContain('UNWITNESSED')
  })

  it('that are not trusted count for nothing', async () => {
    const { branch, append } = await aLog()
    await append(writes(2))
    await cosigned(branch, 1)
    expect(await faultOf(branch, trustIn(1))).toContain('UNWITNESSED')
    expect(await faultOf(branch, trustIn(2, 1))).toBe('no fault')
  })

  it('are shown by a proof under the checkpoint that they have cosigned', async () => {
    const { branch, append } = await aLog()
    await append(writes(3))
    await cosigned(branch, 0)
    await cosigned(branch, 1)
    await append([write('newer')])
    const trust = trustIn(2)
    const log = await readable(branch, trust)
    const made = await proveLogged(log, { document: write('document 1').leaf.document }, trust, logPorts())
    const { proof, index } = isFault(made) ? { proof: made.message, index: -1 } : made
    expect(index).toBe(1)
    const sought = { document: write('document 1').leaf.document, type: 'certificate' as const }
    expect(verifyLogProof(proof, sought, trust, NOW, noteKeys)).toMatchObject({
      index: 1,
      witnesses: ['witness.example/w0', 'witness.example/w1'],
      asOf: NOW,
      checkpoint: { size: 3 },
    })
    expect(await proveLogged(log, { index: 3 }, trust, logPorts())).toMatchObject({ fault: 'unwitnessed' })
    await expect(proveLogged(log, { index: 4 }, trust, logPorts())).rejects.toMatchObject({ code: 'log.no-entry' })
    const alone = await proveLogged(log, { index: 3 }, trustIn(), logPorts())
    expect(isFault(alone) ? alone.message : alone.index).toBe(3)
  })

  it('begin from what they find, and refuse a memory that is none', async () => {
    const { branch, append } = await aLog()
    await append(writes(2))
    const first = await cosigned(branch)
    expect(first.before).toBeUndefined()
    expect((await cosigned(branch, 0, first.note)).before).toBe(2)
    await expect(
      witnessLog(branch, trustIn(), { signer: witnessSigner(0), stored: 'junk' }, logPorts()),
    ).rejects.toMatchObject({ code: 'witness.memory' })
  })

  it('mirror through conflicts, and never over a larger tree', async () => {
    const { branch, append } = await aLog()
    await append(writes(2))
    const signer = witnessSigner(0)
    const older = await witnessLog(branch, trustIn(), { signer, stored: undefined }, logPorts())
    if (isFault(older)) throw new Error(older.message)
    await append(writes(2, 2))
    const newer = await cosigned(branch, 0)
    branch.faults.push('conflict', 'lost-but-landed')
    const commits = branch.history.length
    await mirrorCosignature(branch, trustIn(), signer, older, logPorts())
    expect(branch.history).toHaveLength(commits)
    expect(new TextDecoder().decode(branch.tree().get('witness/witness.example%2Fw0'))).toBe(newer.note)
  })
})

function entriesOf(tree: Map<string, Uint8Array>, count: number, at: number, edited: ReturnType<typeof write>) {
  const all = [...writes(count)]
  all[at] = edited
  const bytes = all.map(({ leaf }) =>
    new TextEncoder().encode(JSON.stringify(Object.fromEntries(Object.entries(leaf).toSorted()))),
  )
  expect(tree.get(`tile/entries/000.p/${count}`)).toHaveLength(writeEntries(bytes).length)
  return writeEntries(bytes)
}
