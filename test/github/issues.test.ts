import { expect, it } from 'vitest'
import { aGitHub, forgeFor, times } from './a-github.ts'

const MARKER = '<!-- proofmark:review -->'

it('opens, finds, changes and closes an issue', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const forge = forgeFor(github, pullRequest)

  const { number } = await forge.openIssue('Ends soon', `${MARKER}\none`)
  await forge.updateIssue(number, 'Has ended', `${MARKER}\ntwo`)
  expect(await forge.findIssues(MARKER)).toMatchObject([
    { number, title: 'Has ended', body: `${MARKER}\ntwo`, open: true },
  ])
  await forge.closeIssue(number, 'Renewed')
  expect(await forge.findIssues(MARKER)).toMatchObject([{ number, open: false }])
  expect(await github.comments(number)).toMatchObject([{ body: 'Renewed', author: 'github-actions[bot]' }])
})

it("takes neither a stranger's issue nor a pull request for ours", async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const forge = forgeFor(github, pullRequest)
  await github.openIssue('Planted', `${MARKER}\nall is well`, { by: 'mallory' })

  expect(await forge.findIssues(MARKER)).toEqual([])
  expect(await forge.findIssues('')).toEqual([])
})

it('opens an issue once though the answer is lost', async () => {
  const github = await aGitHub()
  const forge = forgeFor(github, await github.openPullRequest())
  github.faults.push({ operation: 'issues/create', dropResponse: true })

  const { number } = await forge.openIssue('Ends soon', MARKER)
  expect(await forge.findIssues(MARKER)).toMatchObject([{ number }])
  expect(times(github, 'issues/create')).toBe(1)
})

it('finds ours among more than a page of others', async () => {
  const github = await aGitHub()
  const forge = forgeFor(github, await github.openPullRequest())
  for (let n = 0; n < 101; n++) await github.openIssue(`Issue ${n}`, 'x', { by: 'mallory' })
  const { number } = await forge.openIssue('Ends soon', MARKER)

  expect(await forge.findIssues(MARKER)).toMatchObject([{ number }])
})
