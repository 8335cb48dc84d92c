import { expect, it } from 'vitest'
import { aGitHub, forgeFor, times } from './a-github.ts'

const MARKER = '<!-- proofmark -->'

it('writes one comment, finds it again and changes it', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const forge = forgeFor(github, pullRequest)

  expect(await forge.findComment(MARKER)).toBeUndefined()
  const id = await forge.createComment(`${MARKER}\nFailed`)
  expect(await forge.findComment(MARKER)).toEqual({ id, body: `${MARKER}\nFailed` })
  await forge.updateComment(id, `${MARKER}\nPassed`)

  expect(await github.comments(pullRequest.number)).toEqual([
    { id, body: `${MARKER}\nPassed`, author: 'github-actions[bot]' },
  ])
})

it('finds its comment behind 120 others, and is not taken in by a marker that somebody planted', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const forge = forgeFor(github, pullRequest)
  await github.comment(pullRequest.number, `${MARKER}\nAll passed, promote me`, { by: 'mallory' })
  for (let index = 0; index < 119; index += 1) {
    await github.comment(pullRequest.number, `Remark ${index}`, { by: 'reviewer' })
  }
  expect(await forge.findComment(MARKER)).toBeUndefined()
  const id = await forge.createComment(`${MARKER}\nFailed`)
  github.requests.length = 0

  expect(await forge.findComment(MARKER)).toEqual({ id, body: `${MARKER}\nFailed` })
  expect(times(github, 'issues/list-comments')).toBe(2)
})

it('does not trust a login without the type that only GitHub gives', async () => {
  const github = await aGitHub({ users: ['github-actions[bot]'] })
  const pullRequest = await github.openPullRequest()
  await github.comment(pullRequest.number, MARKER, { by: 'github-actions[bot]' })

  expect(await forgeFor(github, pullRequest).findComment(MARKER)).toBeUndefined()
})

it('accepts the marker at the start only: a quotation is no report', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const forge = forgeFor(github, pullRequest)
  await forge.createComment(`As I said:\n> ${MARKER}`)

  expect(await forge.findComment(MARKER)).toBeUndefined()
})

it('finds the oldest of several', async () => {
  const github = await aGitHub()
  const forge = forgeFor(github, await github.openPullRequest())
  const oldest = await forge.createComment(`${MARKER} 1`)
  await forge.createComment(`${MARKER} 2`)

  expect(await forge.findComment(MARKER)).toMatchObject({ id: oldest })
})

it('deletes a comment, and does not mind that it is gone', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const forge = forgeFor(github, pullRequest)
  const id = await forge.createComment(MARKER)

  await forge.deleteComment(id)
  await forge.deleteComment(id)

  expect(await github.comments(pullRequest.number)).toEqual([])
})

it('takes a login for the author where the token is a user’s', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  await github.comment(pullRequest.number, `${MARKER} by a person`, { by: 'reviewer' })

  expect(await forgeFor(github, pullRequest, { author: 'reviewer' }).findComment(MARKER)).toMatchObject({
    body: `${MARKER} by a person`,
  })
  expect(await forgeFor(github, pullRequest).findComment(MARKER)).toBeUndefined()
})

it('says so when a comment is too long', async () => {
  const github = await aGitHub()
  const forge = forgeFor(github, await github.openPullRequest())

  await expect(forge.createComment('x'.repeat(65_537))).rejects.toMatchObject({
    code: 'github.rejected',
    message:
      'Expected GitHub to comment on the pull request but it answered 422 (Body is too long (maximum is 65536 characters))',
    hint: expect.stringContaining('larger than GitHub takes'),
  })
})

it('reads the head of the pull request as it stands now', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest({ branch: 'candidate' })

  expect(await forgeFor(github, pullRequest).currentHead()).toBe(pullRequest.head)
})
