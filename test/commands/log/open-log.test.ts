import { describe, expect, it } from 'vitest'
import { logPlace, newOrigin, openLog, openLogToWrite, rememberSeen } from '../../../src/commands/log/open-log.ts'
import { logOrigin } from '../../../src/core/record/log/log-origin.ts'
import { writeSignerKey, writeVerifierKey } from '../../../src/core/record/log/note-key.ts'
import { RecordLog } from '../../../src/core/settings/record-log.ts'
import { disk, memoryPorts } from '../../core/record/memory.ts'
import { aLog, logSigner, ORIGIN, signerOf, witnessSigner, writes } from '../../harness/log/a-log.ts'

const KEY = writeVerifierKey(logSigner)
const settings = (given: object = {}) => RecordLog.parse({ repository: 'acme/governance', ...given })

async function world(files: Record<string, string> = {}) {
  const { branch, append } = await aLog()
  const { checkpoint, note } = await append(writes(2))
  const asked: object[] = []
  const contents = disk(files)
  const ports = {
    ...memoryPorts(contents),
    logs: {
      open(place: object) {
        asked.push(place)
        return branch
      },
    },
  }
  return { ports, asked, checkpoint, note, contents }
}

describe('where the log is kept', () => {
  it('is the repository that is named, else the one of the run, or any git remote', () => {
    const context = { repository: 'acme/credit' }
    expect(logPlace(settings(), context)).toEqual({ repository: 'acme/governance', branch: 'proofmark-log' })
    expect(logPlace(settings({ repository: undefined }), context)).toMatchObject({ repository: 'acme/credit' })
    expect(logPlace(settings({ repository: undefined, remote: '/srv/log.git', branch: 'l' }), context)).toEqual({
      remote: '/srv/log.git',
      branch: 'l',
    })
    expect(() => logPlace(settings({ remote: '/srv/log.git' }), context)).toThrow('but found both')
    expect(() => logPlace(settings({ repository: undefined }), {})).toThrow('but found neither')
  })

  it.each([
    [{ repository: 'acme/governance', branch: 'b' }, undefined, 'github.com/acme/governance/b'],
    [{ repository: 'acme/governance', branch: 'b' }, 'https://ghe.acme.example', 'ghe.acme.example/acme/governance/b'],
    [{ remote: 'https://token@git.example:8443/a/log.git', branch: 'b' }, undefined, 'git.example:8443/a/log/b'],
    [{ remote: 'git@git.example:a/log.git', branch: 'b' }, undefined, 'git.example/a/log/b'],
    [{ remote: '../logs/log.git/', branch: 'b' }, undefined, 'local/log/b'],
  ])('names a new log: %o', (place, server, origin) => {
    expect(logOrigin(place, server)).toBe(origin)
  })

  it('names no log by what no key can be called', () => {
    expect(() => logOrigin({ remote: '/srv/my log', branch: 'b' })).toThrow('without spaces and +')
    expect(newOrigin(settings({ origin: 'log.example' }), {})).toBe('log.example')
    expect(newOrigin(settings(), { url: 'https://ghe.example/acme/credit/actions/runs/7' })).toBe(
      'ghe.example/acme/governance/proofmark-log',
    )
  })
})

describe('opening the log', () => {
  it('takes the key from the settings, the policy, or the private key, and what was seen from its file', async () => {
    const { ports, asked, checkpoint, note, contents } = await world()
    const read = await openLog(settings({ 'verifier-key': KEY }), {}, ports)
    expect(read).toMatchObject({ trust: { origin: ORIGIN, quorum: 0 }, seen: [] })
    expect(asked).toEqual([{ repository: 'acme/governance', branch: 'proofmark-log' }])
    const trusted = { origin: ORIGIN, key: KEY, witnesses: { w: writeVerifierKey(witnessSigner(1)) }, quorum: 1 }
    expect((await openLog(settings(), { trusted }, ports)).trust.quorum).toBe(1)

    await rememberSeen(settings(), note, ports)
    expect([...contents.keys()]).toEqual(['.proofmark-last-seen'])
    const written = await openLogToWrite(settings(), writeSignerKey(logSigner), ports)
    expect(written).toMatchObject({ origin: ORIGIN, signer: { keyId: logSigner.keyId } })
    expect(written.seen.map(({ size, root }) => ({ size, root }))).toEqual([{ size: 2, root: checkpoint.root }])
  })

  it('takes the private key from a file, too', async () => {
    const { ports } = await world({ 'log.key': `${writeSignerKey(logSigner)}\n` })
    expect((await openLogToWrite(settings({ key: 'log.key' }), undefined, ports)).signer.name).toBe(ORIGIN)
  })

  it.each([
    ['no verifier key', {}, undefined, 'log.key-missing'],
    ['an empty private key', {}, ' ', 'log.key-missing'],
    ['a private key that is none', {}, 'secret', 'log.key'],
    ['a private key of a witness', {}, writeSignerKey(witnessSigner(1)), 'log.key'],
    ['another private key', { 'verifier-key': KEY }, writeSignerKey(signerOf(ORIGIN, 1, 9)), 'log.key'],
    ['a verifier key that is none', { 'verifier-key': 'x' }, writeSignerKey(logSigner), 'log.trust'],
    ['another name', { origin: 'another' }, writeSignerKey(logSigner), 'log.trust'],
  ])('is refused with %s, and quotes no secret', async (_, given, key, code) => {
    const { ports } = await world()
    const error = await openLogToWrite(settings(given), key, ports).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code })
    if (key?.trim()) expect(String(error)).not.toContain(key)
  })

  it('is refused without a verifier key, and with a memory that is of another log', async () => {
    const { ports } = await world({ '.proofmark-last-seen': 'x' })
    await expect(openLog(settings(), {}, ports)).rejects.toMatchObject({ code: 'log.verifier-key' })
    await expect(openLog(settings({ 'verifier-key': KEY }), {}, ports)).rejects.toMatchObject({ code: 'log.last-seen' })
  })
})
