import { execFileSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { program } from '../../src/cli/program.ts'
import { appendToLog } from '../../src/commands/log/append-to-log.ts'
import { readSignerKey } from '../../src/core/record/log/note-key.ts'
import { gitLogBranch } from '../../src/git/git-log-branch.ts'
import { noteKeys } from '../../src/signing/note-keys.ts'
import { logPorts, write } from '../harness/log/a-log.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const home = process.cwd()
afterEach(() => process.chdir(home))

it('begins, lists, proves, witnesses, repairs a log, and finds that it was put back', async () => {
  const folder = temporaryFolder('log-cli')
  const at = (name: string) => join(folder, name)
  const git = (...words: string[]) => execFileSync('git', ['-C', at('log.git'), ...words], { encoding: 'utf8' }).trim()
  execFileSync('git', ['init', '--quiet', '--bare', at('log.git')])
  process.chdir(folder)

  async function proofmark(...args: string[]) {
    const out: string[] = []
    const hear = (text: unknown) => out.push(String(text)) > 0
    const spies = [process.stdout, process.stderr].map(stream => vi.spyOn(stream, 'write').mockImplementation(hear))
    const status = await program(args).finally(() => spies.forEach(spy => void spy.mockRestore()))
    return { status, said: out.join('') }
  }

  const begun = await proofmark('log', 'init', '--remote', 'log.git')
  expect(begun.status).toBe(0)
  expect(statSync(at('proofmark-log.key')).mode & 0o077).toBe(0)
  const settings = begun.said.slice(begun.said.indexOf('record:'))
  writeFileSync(at('proofmark.yml'), settings)
  const again = await proofmark('log', 'init', '--key', 'another.key')
  expect(again).toMatchObject({
    status: 3,
    said: expect.stringContaining('Expected no branch at log.git@proofmark-log'),
  })

  const signer = readSignerKey(readFileSync(at('proofmark-log.key'), 'utf8'), 1, noteKeys.hash, noteKeys.publicKey)
  if (signer === undefined) throw new Error('log init wrote no key')
  const branch = gitLogBranch({ remote: at('log.git'), branch: 'proofmark-log' }, { root: folder })
  const append = (words: string) => appendToLog([write(words)], { branch, origin: signer.name, signer }, logPorts())
  const { commit } = await append('certificate')
  writeFileSync(at('certificate.json'), 'certificate')
  writeFileSync(at('other.json'), 'other')

  const entries = await proofmark('log', 'entries', '--json')
  expect(JSON.parse(entries.said)).toMatchObject({ size: 1, entries: [{ index: 0, leaf: write('certificate').leaf }] })
  expect(await proofmark('log', 'prove', 'certificate.json')).toEqual({
    status: 0,
    said: 'certificate.json.tlog-proof: proof of entry 0\n',
  })
  const proved = ['log', 'verify', '--proof', 'certificate.json.tlog-proof', '--document']
  expect(await proofmark(...proved, 'certificate.json')).toMatchObject({
    status: 0,
    said: expect.stringMatching(/^✔ certificate.json is entry 0 of 1 in local\/log\/proofmark-log/),
  })
  expect(await proofmark(...proved, 'other.json')).toMatchObject({
    status: 1,
    said: expect.stringContaining('UNPROVEN'),
  })

  const made = await proofmark('witness', 'init', '--name', 'audit.example/w1')
  const [, witnessKey = ''] = /verifier key\s+(\S+)/.exec(made.said) ?? []
  const trusting = ['log', 'verify', '--witness', witnessKey]
  expect(await proofmark(...trusting)).toMatchObject({ status: 2, said: expect.stringContaining('UNWITNESSED') })
  const witness = () => proofmark('witness', '--witness-key', 'proofmark-witness.key', '--mirror')
  expect((await witness()).said).toContain('continues nothing: it was believed as it is; 1 cosigned at')
  const trust = `{ origin: ${signer.name}, key: ${/verifier-key: (\S+)/.exec(settings)?.[1]}, witnesses: { w1: ${witnessKey} }, quorum: 1 }`
  writeFileSync(at('proofmark.yml'), `${settings}\npolicy:\n  require: [data-validate]\n  trust:\n    log: ${trust}\n`)
  expect(await proofmark('log', 'verify')).toMatchObject({
    status: 0,
    said: expect.stringContaining('witnesses stand for 1 entries'),
  })
  expect(await proofmark('log', 'prove', 'certificate.json', '--to-file', 'cosigned.tlog-proof')).toMatchObject({
    status: 0,
  })
  expect(readFileSync(at('cosigned.tlog-proof'), 'utf8')).toContain('\n— audit.example/w1 ')
  expect(await proofmark('log', 'entries')).toMatchObject({ status: 0 })
  writeFileSync(at('proofmark.yml'), settings)
  expect(await proofmark(...trusting, '--max-age', '1')).toMatchObject({
    status: 0,
    said: expect.stringContaining('(audit.example/w1)'),
  })

  const [head = ''] = [git('rev-parse', 'proofmark-log')]
  const blob = execFileSync('git', ['-C', at('log.git'), 'hash-object', '-w', '--stdin'], {
    input: 'junk',
    encoding: 'utf8',
  })
  const tree = execFileSync('git', ['-C', at('log.git'), 'mktree'], {
    input: `${git('ls-tree', 'proofmark-log')}\n100644 blob ${blob.trim()}\tmodel.pkl\n`,
    encoding: 'utf8',
  })
  const who = ['-c', 'user.name=x', '-c', 'user.email=x@example.com']
  git('update-ref', 'refs/heads/proofmark-log', git(...who, 'commit-tree', '-p', head, '-m', 'junk', tree.trim()))
  const broken = await proofmark('log', 'verify')
  expect(broken).toMatchObject({ status: 1, said: expect.stringContaining('but found "model.pkl"') })
  expect(await proofmark('log', 'repair', '--to', head, '--reason', 'junk', '--key', 'proofmark-log.key')).toEqual({
    status: 0,
    said: `log.git@proofmark-log is as of ${head} again; the incident is entry 1\n`,
  })
  expect(await proofmark('log', 'verify')).toMatchObject({ status: 0, said: expect.stringContaining('2 entries') })
  expect((await witness()).said).toContain('continues the 1 entries seen before; 2 cosigned at')

  git('update-ref', 'refs/heads/proofmark-log', commit)
  expect(await proofmark('log', 'verify')).toMatchObject({
    status: 1,
    said: expect.stringContaining('ROLLBACK: size 1 < last seen 2'),
  })
  expect(await witness()).toMatchObject({ status: 1, said: expect.stringContaining('ROLLBACK: size 1 < last seen 2') })
})
