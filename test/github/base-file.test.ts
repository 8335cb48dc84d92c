import { expect, it } from 'vitest'
import { aGitHub, forgeFor } from './a-github.ts'

it('reads a file as it stands on the base commit, whatever the pull request makes of it', async () => {
  const github = await aGitHub({
    files: { 'proofmark.yml': 'policy: {}\n', 'models/größe 1/proofmark.yml': 'model: é\n' },
  })
  const pullRequest = await github.openPullRequest({ files: { 'proofmark.yml': 'policy: { require: [] }\n' } })
  const forge = forgeFor(github, pullRequest)

  expect(await forge.readBase('proofmark.yml')).toBe('policy: {}\n')
  expect(await forge.readBase('models/größe 1/proofmark.yml')).toBe('model: é\n')
})

it('reads a file of more than 1 MB, whose content GitHub does not send along', async () => {
  const lock = `# é\n${'numpy==2.4.6\n'.repeat(100_000)}`
  const github = await aGitHub({ files: { 'uv.lock': lock } })

  expect(await forgeFor(github, await github.openPullRequest()).readBase('uv.lock')).toBe(lock)
})

it('has nothing where the base has no such file', async () => {
  const github = await aGitHub()

  expect(await forgeFor(github, await github.openPullRequest()).readBase('proofmark.yml')).toBeUndefined()
})

it('does not take a file it may not see for one that is not there', async () => {
  const github = await aGitHub({ conceals: true, permissions: { checks: 'write' }, files: { 'proofmark.yml': '' } })

  await expect(forgeFor(github, await github.openPullRequest()).readBase('proofmark.yml')).rejects.toMatchObject({
    code: 'github.permission',
    message:
      "Expected the permission 'contents: read' to read proofmark.yml on the base branch but GitHub answered 404 (Not Found)",
    hint: "Add `contents: read` to the job's permissions",
  })
})

it('refuses a folder', async () => {
  const github = await aGitHub({ files: { 'proofmark.yml/file': 'x' } })

  await expect(forgeFor(github, await github.openPullRequest()).readBase('proofmark.yml')).rejects.toMatchObject({
    code: 'github.base-file',
    kind: 'input',
    file: 'proofmark.yml',
    message: 'Expected proofmark.yml on the base branch to be a file of at most 32 MiB but found something else',
  })
})

it('lists the files of the base, in folders too', async () => {
  const github = await aGitHub({ files: { 'proofmark.yml': '', 'models/größe 1/uv.lock': '' } })
  const pullRequest = await github.openPullRequest({ files: { 'new.txt': '' } })

  const listed = await forgeFor(github, pullRequest).listBase()
  expect(listed).toEqual(expect.arrayContaining(['proofmark.yml', 'models/größe 1/uv.lock']))
  expect(listed).not.toContain('new.txt')
  expect(listed).not.toContain('models')
})

it('reads nothing where there is no base', async () => {
  const github = await aGitHub({ files: { 'proofmark.yml': '' } })
  const forge = forgeFor(github, await github.openPullRequest(), { base: undefined })

  expect(await forge.readBase('proofmark.yml')).toBeUndefined()
  expect(await forge.listBase()).toEqual([])
  expect(github.requests).toEqual([])
})
