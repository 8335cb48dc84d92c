import { expect, it } from 'vitest'
import { serverOf } from '../../src/github/server-of.ts'
import { aGitHub, forgeFor } from './a-github.ts'

const REPOSITORY = 'acme/credit-model'

it('reads a file as it stands on a branch, and says at which commit', async () => {
  const github = await aGitHub({ files: { 'policies/größe 1.yml': 'require: []\n' } })
  const forge = forgeFor(github, await github.openPullRequest({ files: { 'policies/größe 1.yml': 'other' } }))

  const found = await forge.readFile(REPOSITORY, 'refs/heads/main', 'policies/größe 1.yml')
  expect(found).toEqual({ text: 'require: []\n', commit: github.main, address: `${github.url}/${REPOSITORY}` })
})

it('reads a file as it stands on a tag', async () => {
  const github = await aGitHub({ files: { 'policy.yml': 'old' } })
  await github.tag('policy-1', github.main)
  await github.commit({ 'policy.yml': 'new' }, { branch: 'main' })

  const forge = forgeFor(github, await github.openPullRequest())
  expect(await forge.readFile(REPOSITORY, 'refs/tags/policy-1', 'policy.yml')).toMatchObject({ text: 'old' })
})

it('fails where there is no such file, branch or repository', async () => {
  const github = await aGitHub({ files: { 'policy.yml': '' } })
  const forge = forgeFor(github, await github.openPullRequest())

  await expect(forge.readFile(REPOSITORY, 'refs/heads/main', 'no.yml')).rejects.toMatchObject({
    code: 'github.no-file',
    message: `Expected a file no.yml at refs/heads/main of ${REPOSITORY} but found none`,
  })
  await expect(forge.readFile(REPOSITORY, 'refs/heads/none', 'policy.yml')).rejects.toMatchObject({
    code: 'github.permission',
    hint: expect.stringContaining('no other private repository'),
  })
  await expect(forge.readFile('acme/none', 'refs/heads/main', 'policy.yml')).rejects.toMatchObject({
    code: 'github.permission',
  })
})

it('names a repository by the address of its server', () => {
  expect(serverOf('https://api.github.com')).toBe('https://github.com')
  expect(serverOf('https://git.acme.example/api/v3')).toBe('https://git.acme.example')
  expect(serverOf('https://api.acme.ghe.com')).toBe('https://acme.ghe.com')
})
