import { expect, it } from 'vitest'
import { logConnection } from '../../../src/github/log/log-connection.ts'
import { add, bytes, made } from '../../log-branch/contract.ts'
import { aLog } from './a-log.ts'

it.each(['new', 'none'] as const)(
  'reads and writes with contents: write and nothing else (GraphQL: %s)',
  async graphql => {
    const log = await aLog({ graphql, permissions: { contents: 'write' } })
    const branch = log.open()
    const first = made(await branch.commit(undefined, add({ checkpoint: 'one' })))
    const second = made(await branch.commit(first, add({ checkpoint: 'two' })))

    const reader = aReader(log, log.github.issueToken({ contents: 'read' }))
    expect(await reader.head()).toBe(second)
    expect(await reader.read(second, 'checkpoint')).toEqual(bytes('two'))
    expect(await reader.list(second)).toEqual(['checkpoint'])
  },
)

it.each(['new', 'none'] as const)('names the permission it lacks to write (GraphQL: %s)', async graphql => {
  const log = await aLog({ graphql })
  const first = made(await log.open().commit(undefined, add({ checkpoint: 'one' })))
  const reader = aReader(log, log.github.issueToken({ contents: 'read' }))

  for (const parent of [first, undefined]) {
    await expect(reader.commit(parent, add({ checkpoint: 'two' }))).rejects.toMatchObject({
      code: 'github.permission',
      kind: 'environment',
      message:
        "Expected the permission 'contents: write' to write the log acme/governance@proofmark-log but GitHub answered 403 (Resource not accessible by integration)",
      hint: expect.stringMatching(/^Add `contents: write` to the job's permissions.*PROOFMARK_LOG_TOKEN$/),
    })
  }
})

it.each([
  ['new', false],
  ['none', false],
  ['new', true],
  ['none', true],
] as const)(
  'never takes a log that it may not see for one that is not there (GraphQL: %s, concealed: %s)',
  async (graphql, conceals) => {
    const log = await aLog({ graphql, conceals })
    const first = made(await log.open().commit(undefined, add({ checkpoint: 'one' })))
    const stranger = aReader(log, log.github.issueToken({ checks: 'write' }))

    for (const act of [() => stranger.head(), () => stranger.read(first, 'checkpoint'), () => stranger.list(first)]) {
      await expect(act()).rejects.toMatchObject({
        code: 'github.permission',
        message: expect.stringMatching(
          conceals
            ? /^Expected the permission 'contents: read' to read the log acme\/governance@proofmark-log but GitHub answered 404 /
            : /^Expected the permission 'contents: read' to read the log acme\/governance@proofmark-log but GitHub answered 403 \(Resource not accessible by integration\)$/,
        ),
      })
    }
  },
)

it('reads a public log without a token', async () => {
  const log = await aLog({ isPublic: true })
  const first = made(await log.open().commit(undefined, add({ checkpoint: 'one' })))

  const anybody = aReader(log, '')
  expect(await anybody.head()).toBe(first)
  expect(await anybody.read(first, 'checkpoint')).toEqual(bytes('one'))
  expect(await anybody.read(first, 'nope')).toBeUndefined()
})

it('says of a token that it is not valid', async () => {
  const log = await aLog()

  await expect(aReader(log, 'ghs_expired').head()).rejects.toMatchObject({
    code: 'github.token',
    message: expect.stringMatching(/^Expected a valid token to read the log acme\/governance@proofmark-log but/),
  })
})

it("takes the token that is meant for the log, else the run's", () => {
  const run = { GITHUB_TOKEN: 'of-the-run', GITHUB_API_URL: 'https://ghes.example.com/api/v3' }

  expect(logConnection({ ...run, PROOFMARK_LOG_TOKEN: 'of-the-log' }, 'acme/governance')).toEqual({
    token: 'of-the-log',
    apiUrl: 'https://ghes.example.com/api/v3',
    repository: 'acme/governance',
  })
  expect(logConnection({ ...run, PROOFMARK_LOG_TOKEN: '' }, 'acme/governance').token).toBe('of-the-run')
  expect(logConnection({ INPUT_TOKEN: 'of-the-step' }, 'acme/governance')).toEqual({
    token: 'of-the-step',
    apiUrl: 'https://api.github.com',
    repository: 'acme/governance',
  })
})

const aReader = (log: Awaited<ReturnType<typeof aLog>>, token: string) => log.open({ token })
