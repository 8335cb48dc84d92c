import { expect, it } from 'vitest'
import { add, bytes, made } from '../../log-branch/contract.ts'
import { times } from '../a-github.ts'
import { aLog, BRANCH } from './a-log.ts'

const NEW = 'graphql/createCommitOnBranch'

it.each([
  ['was carried out', { dropResponse: true }, true],
  ['was carried out, the answer torn', { tearResponse: true }, true],
  ['was not carried out, the connection gone', { dropRequest: true }, false],
  ['was not carried out, by 502', { status: 502 }, false],
  ['timed out', { complaint: { message: 'Something went wrong while executing your query.' } }, false],
] as const)('says that a commit may stand where the answer is lost and it %s', async (_, fault, stands) => {
  const log = await aLog()
  const branch = log.open()
  const first = made(await branch.commit(undefined, add({ checkpoint: 'one' })))
  log.github.faults.push({ operation: NEW, ...fault })

  expect(await branch.commit(first, add({ checkpoint: 'two' }))).toBe('lost')

  expect(times(log.github, NEW)).toBe(1)
  expect(await log.files()).toEqual({ checkpoint: bytes(stands ? 'two' : 'one') })
  expect((await branch.head()) !== first).toBe(stands)
})

it.each([
  ['git/create-ref', undefined],
  ['git/update-ref', 'one'],
] as const)('says so by REST too, and sends %s once', async (operation, before) => {
  for (const [fault, stands] of [[{ dropResponse: true }, true] as const, [{ status: 502 }, false] as const]) {
    const log = await aLog({ graphql: 'none' })
    const branch = log.open()
    const first = before === undefined ? undefined : made(await branch.commit(undefined, add({ checkpoint: before })))
    log.github.faults.push({ operation, ...fault })

    expect(await branch.commit(first, add({ checkpoint: 'two' }))).toBe('lost')

    expect(times(log.github, operation)).toBe(1)
    expect((await branch.head()) !== first).toBe(stands)
  }
})

it('sends again, by REST, what nobody sees yet', async () => {
  const log = await aLog({ graphql: 'none' })
  const branch = log.open()
  for (const operation of ['git/create-blob', 'git/create-tree', 'git/create-commit']) {
    log.github.faults.push({ operation, dropResponse: true }, { operation, status: 502 })
  }

  const commit = made(await branch.commit(undefined, add({ bytes: Uint8Array.of(0, 255) })))

  expect(await branch.head()).toBe(commit)
  expect(await log.files()).toEqual({ bytes: Uint8Array.of(0, 255) })
})

it.each([
  [409, 'Conflict'],
  [422, 'Update is not a fast forward'],
  [422, 'Reference does not exist'],
  [422, 'refs/heads/proofmark-log is at 0123abcd but expected 4567cdef'],
])('takes %i (%s) of a branch for a conflict', async (status, message) => {
  const log = await aLog({ graphql: 'none' })
  const branch = log.open()
  const first = made(await branch.commit(undefined, add({ checkpoint: 'one' })))
  log.github.faults.push({ operation: 'git/update-ref', status, message })

  expect(await branch.commit(first, add({ checkpoint: 'two' }))).toBe('conflict')
  expect(times(log.github, 'git/update-ref')).toBe(1)
})

it('takes it for a conflict that the branch has been deleted', async () => {
  const log = await aLog()
  const branch = log.open()
  const first = made(await branch.commit(undefined, add({ checkpoint: 'one' })))
  await log.github.deleteBranch(BRANCH)

  expect(await branch.commit(first, add({ checkpoint: 'two' }))).toBe('conflict')
  expect(await branch.head()).toBeUndefined()
})

it('reads again after an answer is lost, torn or a 5xx', async () => {
  const log = await aLog()
  const commit = made(await log.open().commit(undefined, add({ checkpoint: 'one', 'tile/0/000': 'x' })))
  const operation = 'graphql/repository'
  log.github.faults.push(
    { operation: 'git/list-matching-refs', dropRequest: true },
    { operation: 'git/list-matching-refs', status: 503 },
    { operation, dropResponse: true },
    { operation, tearResponse: true },
    { operation: 'git/get-blob', tearResponse: true },
  )

  const branch = log.open()
  expect(await branch.head()).toBe(commit)
  expect(await Promise.all(['checkpoint', 'tile/0/000'].map(path => branch.read(commit, path)))).toEqual([
    bytes('one'),
    bytes('x'),
  ])
  expect(log.github.faults).toEqual([])
})

it.each([
  ['a 403 that asks to wait', { status: 403, retryAfter: 1 }],
  ['a 429', { status: 429, retryAfter: 0 }],
])('waits where GitHub limits what is created: %s', async (_, fault) => {
  const log = await aLog()
  const branch = log.open()
  const first = made(await branch.commit(undefined, add({ checkpoint: 'one' })))
  log.github.faults.push({ operation: NEW, ...fault, times: 2 })

  made(await branch.commit(first, add({ checkpoint: 'two' })))
  expect(times(log.github, NEW)).toBe(3)
})

it('waits for the secondary limit of GraphQL, which comes with status 200', async () => {
  const log = await aLog()
  const branch = log.open()
  const first = made(await branch.commit(undefined, add({ checkpoint: 'one' })))
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
  log.github.faults.push({ operation: NEW, complaint: { message } })

  made(await branch.commit(first, add({ checkpoint: 'two' })))
  expect(times(log.github, NEW)).toBe(2)
})

it('says when the limit of the token ends', async () => {
  const log = await aLog()
  const reset = Math.ceil(Date.now() / 1000) + 1800
  log.github.faults.push({ operation: 'git/list-matching-refs', status: 403, rateLimitReset: reset })

  await expect(log.open().head()).rejects.toMatchObject({
    code: 'github.rate-limit',
    kind: 'environment',
    message: expect.stringMatching(
      /^Expected to read the log acme\/governance@proofmark-log but the rate limit of this token is used up until \d{4}-/,
    ),
  })
})

it('writes by REST where GraphQL is refused to the token, or is older, and reads too', async () => {
  for (const graphql of ['new', 'old'] as const) {
    const log = await aLog({ graphql })
    const first = made(await log.open().commit(undefined, add({ checkpoint: 'one', gone: 'x' })))
    if (graphql === 'new') {
      const complaint = { type: 'FORBIDDEN', message: 'Resource not accessible by personal access token' }
      log.github.faults.push({ operation: NEW, complaint }, { operation: 'graphql/repository', complaint })
    }
    const branch = log.open()

    expect(await branch.read(first, 'checkpoint')).toEqual(bytes('one'))
    made(await branch.commit(first, { ...add({ checkpoint: 'two' }), deletions: ['gone'] }))
    expect(await log.files()).toEqual({ checkpoint: bytes('two') })
    expect(times(log.github, 'git/update-ref')).toBe(1)
  }
})

it('says what a rule of the repository has against a commit, by either way', async () => {
  const message = 'Repository rule violations found\n\nChanges must be made through a pull request.'
  for (const graphql of ['new', 'none'] as const) {
    const log = await aLog({ graphql })
    const branch = log.open()
    const first = made(await branch.commit(undefined, add({ checkpoint: 'one' })))
    log.github.faults.push(
      graphql === 'new'
        ? { operation: NEW, complaint: { type: 'UNPROCESSABLE', message } }
        : { operation: 'git/update-ref', status: 422, message },
    )

    await expect(branch.commit(first, add({ checkpoint: 'two' }))).rejects.toMatchObject({
      code: 'github.rejected',
      kind: 'environment',
      message:
        'Expected GitHub to write the log acme/governance@proofmark-log but it answered 422 (Repository rule violations found Changes must be made through a pull request.)',
    })
    expect(await branch.head()).toBe(first)
  }
})

it('says of an empty repository what to do', async () => {
  const log = await aLog()
  const empty = { status: 409, message: 'Git Repository is empty.' }
  log.github.faults.push({ operation: 'git/list-matching-refs', ...empty }, { operation: 'git/create-tree', ...empty })
  const branch = log.open()

  expect(await branch.head()).toBeUndefined()
  await expect(branch.commit(undefined, add({ checkpoint: 'one' }))).rejects.toMatchObject({
    code: 'github.empty-repository',
    message: 'Expected acme/governance to have a first commit but it is empty',
    hint: 'Add a README to the repository, then run it again',
  })
})

it.each(['new', 'none'] as const)(
  'does not take a commit that is gone for one without files (GraphQL: %s)',
  async graphql => {
    const log = await aLog({ graphql })
    made(await log.open().commit(undefined, add({ checkpoint: 'one' })))

    await expect(log.open().read('f'.repeat(40), 'checkpoint')).rejects.toMatchObject({
      code: 'github.commit-gone',
      message: `Expected acme/governance to have the commit ${'f'.repeat(40)} but found none`,
    })
  },
)

it('lists folder by folder what is too much for one answer', async () => {
  const log = await aLog()
  const files = { checkpoint: 'c', 'tile/0/000': 'a', 'tile/0/001': 'b', 'tile/1/000': 'd', 'ü/x': 'e' }
  const commit = made(await log.open().commit(undefined, add(files)))
  log.github.faults.push(
    { operation: 'git/get-tree', truncated: true },
    { operation: 'git/get-tree', truncated: true, after: 2 },
  )

  expect((await log.open().list(commit)).toSorted()).toEqual(Object.keys(files).toSorted())
})

it('does not take a part of a list for all of it', async () => {
  const log = await aLog()
  const commit = made(await log.open().commit(undefined, add({ a: 'a', b: 'b' })))
  log.github.faults.push({ operation: 'git/get-tree', truncated: true, times: 2 })

  await expect(log.open().list(commit)).rejects.toMatchObject({
    code: 'github.too-many-files',
    message: 'Expected GitHub to list the files of the log of acme/governance but one folder has too many',
  })
})
