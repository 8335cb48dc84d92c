import { expect, it } from 'vitest'
import { appendToLog } from '../../../src/commands/log/append-to-log.ts'
import { initLog } from '../../../src/commands/log/init-log.ts'
import { noteKeys } from '../../../src/signing/note-keys.ts'
import { certificateOf, ORIGIN, SIGNER, writerPorts } from '../../log-branch/a-writer.ts'
import { aLog } from './a-log.ts'

/** Requests of each kind that the last append takes, after four others by other processes. */
async function requestsOf(graphql: 'new' | 'none'): Promise<Record<string, number>> {
  const { github, open } = await aLog({ graphql })
  await initLog({ branch: open(), origin: ORIGIN, signer: SIGNER }, { noteKeys })
  const append = (text: string) =>
    appendToLog([certificateOf(text)], { branch: open(), origin: ORIGIN, signer: SIGNER }, writerPorts(0))
  for (const text of ['one', 'two', 'three', 'four']) await append(text)
  const before = github.requests.length
  await append('five')
  const counts: Record<string, number> = {}
  for (const { operation } of github.requests.slice(before)) counts[operation] = (counts[operation] ?? 0) + 1
  return counts
}

it('appends by nine requests: three for where the branch is, four to read its edge, two commits', async () => {
  expect(await requestsOf('new')).toEqual({
    'git/list-matching-refs': 3,
    'graphql/repository': 2,
    'git/get-blob': 2,
    'graphql/createCommitOnBranch': 2,
  })
})

it('appends by eighteen where there is no GraphQL, one of which finds that out', async () => {
  expect(await requestsOf('none')).toEqual({
    'POST /graphql': 1,
    'git/list-matching-refs': 3,
    'repos/get-content': 4,
    'git/get-commit': 2,
    'git/create-blob': 2,
    'git/create-tree': 2,
    'git/create-commit': 2,
    'git/update-ref': 2,
  })
})
