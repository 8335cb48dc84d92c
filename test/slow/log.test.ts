import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { initLog } from '../../src/commands/log/init-log.ts'
import { mirrorCosignature, witnessLog } from '../../src/commands/log/witness-log.ts'
import { encodeBase64 } from '../../src/core/record/log/base64.ts'
import { isFault } from '../../src/core/record/log/log-fault.ts'
import { writeVerifierKey } from '../../src/core/record/log/note-key.ts'
import { aRemote } from '../git/a-remote.ts'
import { cpuSeconds } from '../harness/cpu-seconds.ts'
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
  witnessSigner,
  writes,
} from '../harness/log/a-log.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const GO = { ...process.env, PATH: `${process.env.PATH}:/usr/local/go/bin`, GOFLAGS: '-mod=readonly', GOPROXY: 'off' }
const folder = temporaryFolder('log')
const verifier = join(folder, 'verify')

/** What the program of others says of it: its lines, or the reason why it refuses. */
function verify(...args: string[]): string[] {
  const { stdout, stderr, status } = spawnSync(verifier, args, { encoding: 'utf8' })
  const lines = `${stdout}${stderr}`.trim().split('\n')
  return status === 0 ? lines : ['refused', ...lines]
}

const KEY = ['-vkey', writeVerifierKey(logSigner)]

function put(files: Iterable<readonly [string, string | Uint8Array]>, name: string): string {
  const root = join(folder, name)
  for (const [path, content] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

/** A copy of files with one of their bytes turned. */
const turned = (files: ReadonlyMap<string, Uint8Array>, path: string, at = -1) =>
  new Map([
    ...files,
    [
      path,
      Uint8Array.from(files.get(path) ?? []).map((byte, n, all) =>
        n === (at < 0 ? Math.max(0, all.length - 40) : at) ? byte ^ 1 : byte,
      ),
    ],
  ])

beforeAll(() => {
  execFileSync('go', ['build', '-o', verifier, '.'], { cwd: join(import.meta.dirname, 'go/log'), env: GO })
})

describe('a log in a git repository, read by golang.org/x/mod and transparency-dev', () => {
  it('holds: note, entries, consistency, proof file and cosignature; and nothing that was tampered with', async () => {
    const remote = aRemote()
    const branch = remote.open()
    await initLog({ branch, origin: ORIGIN, signer: logSigner }, logPorts())
    const first = await appender(branch)(writes(57))
    const [second, third] = await Promise.all([
      appender(remote.open())(writes(100, 57)),
      appender(remote.open())(writes(143, 157)),
    ])
    const witness = witnessSigner(1)
    const seen = await witnessLog(remote.open(), trustIn(), { signer: witness, stored: undefined }, logPorts())
    if (isFault(seen)) throw new Error(seen.message)
    await mirrorCosignature(remote.open(), trustIn(), witness, seen, logPorts())

    const files = new Map(Object.entries(await remote.files()))
    const proof = [...second.entries, ...third.entries].find(({ index }) => index === 200)?.proof ?? ''
    const checkout = put(files, 'checkout')
    const beside = put([['200.tlog-proof', proof]], 'proofs')
    const heads = `57:${encodeBase64(first.checkpoint.root)}`
    const cosigned = [
      '-witness',
      writeVerifierKey(witness),
      '-cosigned',
      join(checkout, 'witness/witness.example%2Fw1'),
    ]
    const size = Math.max(second.checkpoint.size, third.checkpoint.size)
    expect(size).toBe(300)
    expect(
      verify(...KEY, '-dir', checkout, '-heads', heads, '-proof', join(beside, '200.tlog-proof'), ...cosigned),
    ).toEqual([
      expect.stringMatching(/^proof of entry 200 of (300|2\d\d)$/),
      `cosigned 300 at ${NOW.getTime() / 1000}`,
      'entries 300 proved 300',
      'consistent from 57 to 300',
    ])

    for (const path of [
      'checkpoint',
      'tile/0/000',
      'tile/0/001.p/44',
      'tile/1/000.p/1',
      'tile/entries/000',
      'tile/entries/001.p/44',
    ])
      expect(verify(...KEY, '-dir', put(turned(files, path), `tampered-${path.replaceAll('/', '-')}`))[0]).toBe(
        'refused',
      )
    const other = encodeBase64(Uint8Array.from(first.checkpoint.root).fill(1, 0, 1))
    expect(verify(...KEY, '-dir', checkout, '-heads', `57:${other}`)[0]).toBe('refused')
    expect(verify('-vkey', writeVerifierKey(signerOf(ORIGIN, 1, 9)), '-dir', checkout)[0]).toBe('refused')
    const stranger = ['-witness', writeVerifierKey(witnessSigner(2)), ...cosigned.slice(2)]
    expect(verify(...KEY, ...stranger)).toEqual(['refused', 'cosigned by 1 of 2'])
    const lines = proof.split('\n')
    for (const at of [1, 3, 4, lines.length - 2]) {
      const edited = lines
        .map((line, n) =>
          n === at
            ? line.replace(/[A-Za-y](?=[A-Za-z0-9+/]{6,})/, letter =>
                String.fromCharCode(letter.charCodeAt(0) === 90 ? 65 : letter.charCodeAt(0) + 1),
              )
            : line,
        )
        .join('\n')
      expect(edited).not.toBe(proof)
      expect(verify(...KEY, '-proof', join(put([['p', edited]], `proof-${at}`), 'p'))[0]).toBe('refused')
    }
  })
})

describe('a log of 70,000 entries, whose tiles have three levels', () => {
  it('is consistent with all it was', async () => {
    const { branch, append } = await aLog()
    const heads: string[] = []
    let size = 0
    for (const next of [57, 160, 4096, 65_536, 65_537, 70_000]) {
      const leaves = writes(next - size, size).map(({ leaf }) => ({ leaf }))
      const { checkpoint } = await append(leaves)
      size = next
      heads.push(`${size}:${encodeBase64(checkpoint.root)}`)
    }
    const tree = branch.tree()
    expect([...tree.keys()].filter(path => /^tile\/\d.*\.p\//.test(path)).toSorted()).toEqual([
      'tile/0/273.p/112',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ])
    expect([...tree.keys()].filter(path => /^tile\/0\/\d+$/.test(path))).toHaveLength(273)
    const lines = verify(...KEY, '-dir', put(tree, 'large'), '-every', '251', '-heads', heads.slice(0, -1).join(','))
    expect(lines).toEqual([
      'entries 70000 proved 280',
      ...[57, 160, 4096, 65_536, 65_537].map(from => `consistent from ${from} to 70000`),
    ])
    const tampered = put(turned(tree, 'tile/2/000.p/1', 3), 'large-tampered')
    expect(verify(...KEY, '-dir', tampered, '-every', '70000')[0]).toBe('refused')
    expect(readFileSync(join(tampered, 'checkpoint'))).toEqual(readFileSync(join(folder, 'large/checkpoint')))
  })
})

describe('a log of 10,000 entries', () => {
  it('is verified offline in less than two seconds of the processor', async () => {
    const { branch, append } = await aLog()
    await append(writes(10_000).map(({ leaf }) => ({ leaf })))
    const before = process.cpuUsage()
    expect((await readable(branch)).leaves).toHaveLength(10_000)
    expect(cpuSeconds(before)).toBeLessThan(2)
  })
})
