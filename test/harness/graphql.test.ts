import { expect, it, onTestFinished } from 'vitest'
import { type GitHub, startGitHub } from './github.ts'

async function ask(github: GitHub, query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const response = await fetch(`${github.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `bearer ${github.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  expect(response.status).toBe(200)
  return response.json()
}

async function aGitHub(): Promise<GitHub> {
  const github = await startGitHub({ files: { 'a.txt': 'a' } })
  onTestFinished(() => github.close())
  return github
}

const COMMIT =
  'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }'
const input = (github: GitHub, more: object = {}) => ({
  branch: { repositoryNameWithOwner: github.repository, branchName: 'main' },
  expectedHeadOid: github.main,
  message: { headline: 'Change' },
  ...more,
})

it('answers what is asked for, under the names it is asked by', async () => {
  const github = await aGitHub()
  const query = `query Q($e: String!) {
    repository(owner: "acme", name: "credit-model") {
      file: object(expression: $e) { __typename ... on Blob { text isBinary } ...sized }
      none: object(expression: "${github.main}:b.txt") { oid }
    }
  }
  fragment sized on Blob { byteSize }`

  expect(await ask(github, query, { e: `${github.main}:a.txt` })).toEqual({
    data: { repository: { file: { __typename: 'Blob', text: 'a', isBinary: false, byteSize: 1 }, none: null } },
  })
  expect(github.violations).toEqual([])
})

it.each([
  ['{ repository(owner: "a", name: "b") { nothing } }', {}, "Field 'nothing' doesn't exist on type 'Repository'"],
  ['{ repository(owner: "a") { id } }', {}, "Field 'repository' is missing required arguments: name"],
  ['{ repository(owner: "a", name: "b", x: 1) { id } }', {}, "Field 'repository' doesn't accept argument 'x'"],
  ['{ repository(owner: "a", name: "b") }', {}, "Field must have selections (field 'repository')"],
  ['{ repository(owner: "a", name: "b") { id { x } } }', {}, "Selections can not be made on scalars (field 'id')"],
  [
    'query ($n: String!) { repository(owner: "a", name: "b") { id } }',
    { n: 'x' },
    'Variable $n is declared by the operation but not used',
  ],
  ['{ repository(owner: "a", name: $n) { id } }', {}, 'Variable $n is used but not declared'],
  [
    'query ($n: ID!) { repository(owner: "a", name: $n) { id } }',
    { n: 'x' },
    'Type mismatch on variable $n and argument (ID! / String!)',
  ],
  [
    '{ repository(owner: "a", name: "b") { id } } fragment f on Blob { text }',
    {},
    'Fragment f was defined, but not used',
  ],
  [
    '{ repository(owner: "a", name: "b") { object(expression: "x") { ... on Ref { name } } } }',
    {},
    "Fragment on Ref can't be spread inside GitObject",
  ],
  [
    COMMIT,
    { input: {} },
    'Variable $input of type CreateCommitOnBranchInput! was provided invalid value for branch (Expected value to not be null)',
  ],
  [
    COMMIT,
    { input: { surprise: 1 } },
    'Variable $input of type CreateCommitOnBranchInput! was provided invalid value for input.surprise (Field is not defined on CreateCommitOnBranchInput)',
  ],
])('refuses %s', async (query, variables, message) => {
  const github = await aGitHub()

  expect(await ask(github, query, variables)).toMatchObject({ errors: [{ message }] })
  expect(github.violations).toEqual([expect.stringContaining(message)])
})

it('commits only on the head that is expected, what can be committed', async () => {
  const github = await aGitHub()
  const file = (path: string, contents = 'YQ==') => ({ fileChanges: { additions: [{ path, contents }] } })
  const complaint = (type: string, message: string) => ({
    data: { createCommitOnBranch: null },
    errors: [{ type, path: ['createCommitOnBranch'], message }],
  })

  expect(await ask(github, COMMIT, { input: input(github, { expectedHeadOid: 'f'.repeat(40) }) })).toEqual(
    complaint('STALE_DATA', `Expected branch to point to "${'f'.repeat(40)}" but it did not.  Pull and try again.`),
  )
  const gone = { fileChanges: { deletions: [{ path: 'b.txt' }] } }
  expect(await ask(github, COMMIT, { input: input(github, gone) })).toEqual(
    complaint(
      'UNPROCESSABLE',
      `A path was requested for deletion which does not exist as of commit oid \`${github.main}\``,
    ),
  )
  const twice = { fileChanges: { additions: [{ path: 'c', contents: '' }], deletions: [{ path: 'c' }] } }
  expect(await ask(github, COMMIT, { input: input(github, twice) })).toEqual(
    complaint('UNPROCESSABLE', 'Path must be unique: c'),
  )
  expect(await ask(github, COMMIT, { input: input(github, file('.git/config')) })).toEqual(
    complaint('UNPROCESSABLE', 'invalid path: .git/config'),
  )
  expect(await ask(github, COMMIT, { input: input(github, file('c', 'a b')) })).toMatchObject({
    errors: [{ message: expect.stringContaining('(not valid Base64)') }],
  })
  const [first, second] = await Promise.all(
    ['x', 'y'].map(path => ask(github, COMMIT, { input: input(github, file(path)) })),
  )
  const outcomes = [first, second].map(answer => JSON.stringify(answer).includes('STALE_DATA'))
  expect(outcomes.toSorted()).toEqual([false, true])
})
