import { expect, it } from 'vitest'
import { aGitHub, forgeFor, times } from './a-github.ts'

it('reads every review, whatever their number, with who, what and which commit', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  for (let n = 0; n < 101; n++) await github.review(pullRequest.number, { by: 'mallory', event: 'COMMENT' })
  await github.review(pullRequest.number, { by: 'reviewer', event: 'APPROVE' })

  const reviews = await forgeFor(github, pullRequest).reviews(pullRequest.number)
  expect(reviews).toHaveLength(102)
  expect(reviews.at(0)).toMatchObject({ user: { login: 'mallory' }, state: 'commented' })
  expect(reviews.at(-1)).toEqual({
    id: '102',
    user: { login: 'reviewer', id: expect.stringMatching(/^\d+$/) },
    state: 'approved',
    commit: pullRequest.head,
    submittedAt: expect.stringMatching(/Z$/),
    url: expect.stringContaining('#pullrequestreview-102'),
  })
  expect(times(github, 'pulls/list-reviews')).toBe(2)
})

it('shows a review that was dismissed as dismissed', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const id = await github.review(pullRequest.number, { by: 'reviewer', event: 'APPROVE' })
  await github.dismiss(pullRequest.number, id)

  expect(await forgeFor(github, pullRequest).reviews(pullRequest.number)).toMatchObject([{ state: 'dismissed' }])
})

it('knows who opened the pull request and who wrote its commits, each once', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest({ author: 'reviewer' })
  await github.commit({ x: '1' }, { parent: pullRequest.head, branch: pullRequest.branch, author: 'reviewer' })
  await github.commit({ x: '2' }, { parent: pullRequest.head, branch: pullRequest.branch })

  const { known, unknown } = await forgeFor(github, pullRequest).authors(pullRequest.number)
  expect(known.map(({ login }) => login)).toEqual(['acme', 'reviewer'])
  expect(unknown).toEqual([])
})

it('says of a commit by an address of nobody that it cannot tell whose it is', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest({ author: 'nobody@elsewhere.test ' })

  const { known, unknown } = await forgeFor(github, pullRequest).authors(pullRequest.number)
  expect(known.map(({ login }) => login)).toEqual(['acme'])
  expect(unknown).toEqual([`the author and the committer of commit ${pullRequest.head.slice(0, 10)} has no account`])
})

it('names the author of a commit where there is no pull request', async () => {
  const github = await aGitHub()
  const head = await github.commit({ x: '1' }, { branch: 'main', author: 'reviewer' })
  const forge = forgeFor(github, { head, base: head, number: 1 }, { pullRequest: undefined })

  expect((await forge.authors(undefined)).known.map(({ login }) => login)).toEqual(['reviewer'])
  expect(await forge.mergedPullRequest()).toBeUndefined()
})

it.each(['merge', 'squash'] as const)(
  'finds the pull request whose merge (%s) made the commit, and that its files are the same',
  async method => {
    const github = await aGitHub()
    const pullRequest = await github.openPullRequest()
    const head = await github.merge(pullRequest.number, method)
    const at = (commit: string) =>
      forgeFor(github, { head: commit, base: commit, number: 1 }, { pullRequest: undefined })

    expect(await at(head).mergedPullRequest()).toEqual({
      number: pullRequest.number,
      head: pullRequest.head,
      sameFiles: true,
    })
    const later = await github.commit({ x: 'later' }, { parent: head, branch: 'main' })
    expect(await at(later).mergedPullRequest()).toBeUndefined()
  },
)

it('tells where a merge has other files than the head of its pull request', async () => {
  const github = await aGitHub()
  const pullRequest = await github.openPullRequest()
  const other = await github.commit({ x: 'brought in by the merge' }, { parent: pullRequest.head, branch: 'main' })
  github.mergedAs.set(pullRequest.number, other)
  const forge = forgeFor(github, { head: other, base: other, number: 1 }, { pullRequest: undefined })

  expect(await forge.mergedPullRequest()).toEqual({
    number: pullRequest.number,
    head: pullRequest.head,
    sameFiles: false,
  })
})
