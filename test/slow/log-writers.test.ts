import { expect, it } from 'vitest'
import { initLog } from '../../src/commands/log/init-log.ts'
import { readLog } from '../../src/commands/log/read-log.ts'
import { isFault } from '../../src/core/record/log/log-fault.ts'
import { logTrust } from '../../src/core/record/log/log-trust.ts'
import { verifyLogProof } from '../../src/core/record/log/verify-proof.ts'
import type { LogBranch } from '../../src/ports.ts'
import { noteKeys } from '../../src/signing/note-keys.ts'
import { aRemote } from '../git/a-remote.ts'
import { aLog, BRANCH } from '../github/log/a-log.ts'
import type { Fault } from '../harness/github.ts'
import { digestOf, ORIGIN, SIGNER, TRUSTED, writerPorts } from '../log-branch/a-writer.ts'
import { runWriters, type Written } from './log-writers/run-writers.ts'

const WRITERS = 8
/** Milliseconds: minutes on a machine that has other things to do. */
const TIME = 1_800_000
const COMMIT = 'graphql/createCommitOnBranch'
const REF = 'git/update-ref'
const trust = logTrust(TRUSTED, noteKeys.hash)

/** None lost, none twice: every append of every writer is one entry, where it was told to be, and proved there. */
async function expectEachOnce(branch: LogBranch, { said }: Written, appends: number): Promise<void> {
  const names = Array.from({ length: WRITERS }, (_, i) => `writer ${i}`)
  const texts = names.flatMap(name => Array.from({ length: appends }, (_, n) => `${name}, ${n}`))
  expect(said.map(({ text }) => text).toSorted()).toEqual(texts.toSorted())

  const log = await readLog(branch, trust, [], writerPorts(0))
  if (isFault(log)) throw new Error(log.message)
  expect(log.leaves).toHaveLength(texts.length)
  expect(log.unsigned).toBe(0)
  expect(log.leaves.map(({ leaf }) => leaf.document).toSorted()).toEqual(texts.map(digestOf).toSorted())
  for (const { text, index, proof } of said) {
    expect(log.leaves[index]?.leaf.document).toBe(digestOf(text))
    expect(verifyLogProof(proof, { document: digestOf(text) }, trust, new Date(), noteKeys)).toMatchObject({ index })
  }
}

it(
  'loses none and doubles none of 8 × 50 appends through GitHub, whatever goes wrong',
  async () => {
    const appends = 50
    const { github, open } = await aLog()
    await initLog({ branch: open(), origin: ORIGIN, signer: SIGNER }, { noteKeys })

    // One of these every fifth commit or so, and a commit in ten goes by REST, whose moves of the branch fail in their own ways.
    const byGraphql: Fault[] = [
      { operation: COMMIT, dropResponse: true },
      { operation: COMMIT, dropRequest: true },
      { operation: COMMIT, status: 502 },
      { operation: COMMIT, tearResponse: true },
      {
        operation: COMMIT,
        complaint: {
          type: 'STALE_DATA',
          message: 'Expected branch to point to "0" but it did not.  Pull and try again.',
        },
      },
      { operation: COMMIT, status: 403, retryAfter: 1 },
      { operation: COMMIT, complaint: { type: 'FORBIDDEN', message: 'Resource not accessible by integration' } },
      { operation: COMMIT, complaint: { type: 'FORBIDDEN', message: 'Resource not accessible by integration' } },
    ]
    const byRest: Fault[] = [
      { operation: REF, status: 409, message: 'Conflict' },
      { operation: REF, status: 422, message: 'Update is not a fast forward' },
      { operation: REF, status: 502 },
      { operation: REF, dropResponse: true },
      { operation: REF, dropRequest: true },
    ]
    const reading: Fault[] = [
      { operation: 'graphql/repository', status: 502 },
      { operation: 'git/list-matching-refs', dropResponse: true },
      { operation: 'git/get-blob', tearResponse: true },
    ]
    const struck = new Map<string, number>()
    const timesOf = (fault: Fault) => struck.get(JSON.stringify(fault)) ?? 0
    const commits = () => github.requests.filter(({ operation }) => operation === COMMIT).length
    const faulty = setInterval(() => {
      for (const kind of [byGraphql, byRest, reading]) {
        const [fault] = kind.toSorted((a, b) => timesOf(a) - timesOf(b))
        if (fault === undefined || github.faults.some(({ operation }) => operation === fault.operation)) continue
        github.faults.push({ ...fault, after: kind === reading ? 20 : 3 })
        struck.set(JSON.stringify(fault), timesOf(fault) + 1)
      }
    }, 50)

    const started = performance.now()
    const jobs = Array.from({ length: WRITERS }, (_, i) => ({
      name: `writer ${i}`,
      appends,
      branch: BRANCH,
      github: { token: github.token, apiUrl: github.url, repository: github.repository },
    }))
    const written = await runWriters(jobs).finally(() => clearInterval(faulty))
    expect(github.violations).toEqual([])
    const seconds = (performance.now() - started) / 1000
    github.faults.length = 0

    const { conflict, lost, committed } = written.counted
    console.log(
      `${WRITERS} × ${appends} appends through GitHub: ${seconds.toFixed(0)} s, ${committed} commits, ${conflict} conflicts, ${lost} lost, ` +
        `${commits()} by GraphQL, ${github.requests.length} requests`,
    )
    for (const fault of [...byGraphql, ...byRest]) expect(struck.get(JSON.stringify(fault))).toBeGreaterThan(0)
    expect(lost).toBeGreaterThan(20)
    expect(conflict).toBeGreaterThan(20)
    await expectEachOnce(open(), written, appends)
  },
  TIME,
)

it(
  'loses none and doubles none of 8 × 10 appends to a folder',
  async () => {
    const appends = 10
    const remote = aRemote()
    await initLog({ branch: remote.open(), origin: ORIGIN, signer: SIGNER }, { noteKeys })

    const started = performance.now()
    const jobs = Array.from({ length: WRITERS }, (_, i) => ({
      name: `writer ${i}`,
      appends,
      branch: BRANCH,
      remote: remote.path,
    }))
    const written = await runWriters(jobs)
    const { conflict, committed } = written.counted
    console.log(
      `${WRITERS} × ${appends} appends to a folder: ${((performance.now() - started) / 1000).toFixed(0)} s, ${committed} commits, ${conflict} conflicts`,
    )
    expect(conflict).toBeGreaterThan(5)
    await expectEachOnce(remote.open(), written, appends)
    expect(await remote.history()).toHaveLength(committed + 1)
  },
  TIME,
)
