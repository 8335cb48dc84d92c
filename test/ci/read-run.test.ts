import { expect, it } from 'vitest'
import { readRun } from '../../src/ci/read-run.ts'
import { repositoryAt } from '../../src/ci/repository-at.ts'

const COMMIT = 'a'.repeat(40)
const BASE = 'b'.repeat(40)

const JENKINS = {
  JENKINS_URL: 'https://ci.example.com/',
  BUILD_URL: 'https://ci.example.com/job/credit/7/',
  GIT_COMMIT: COMMIT,
  GIT_URL: 'https://user:secret@git.example.com/risk/credit.git',
  BRANCH_NAME: 'main',
  WORKSPACE: '/w',
}
const GITLAB = {
  GITLAB_CI: 'true',
  CI_PROJECT_URL: 'https://gitlab.example.com/risk/models/credit',
  CI_PROJECT_DIR: '/builds/credit',
  CI_COMMIT_SHA: COMMIT,
  CI_JOB_URL: 'https://gitlab.example.com/risk/models/credit/-/jobs/9',
}

it('knows a build of Jenkins, and tells no credentials of the address', async () => {
  expect(await readRun(JENKINS, '/')).toEqual({
    context: {
      repository: 'git.example.com/risk/credit',
      elsewhere: true,
      commit: COMMIT,
      ref: 'refs/heads/main',
      url: JENKINS.BUILD_URL,
    },
    workspace: '/w',
  })
})

it('knows a change in Jenkins: its target by name, and that it has one where none is named', async () => {
  const change = { ...JENKINS, CHANGE_ID: '5', CHANGE_BRANCH: 'fix', CHANGE_URL: 'https://git.example.com/x/y/pull/5' }
  expect((await readRun({ ...change, CHANGE_TARGET: 'main', CHANGE_FORK: 'eve' }, '/')).context).toMatchObject({
    ref: 'refs/pull/5/head',
    targetBranch: 'main',
    pullRequest: { number: 5, head: COMMIT, fork: true },
  })
  const { context } = await readRun({ ...change, CHANGE_URL: 'https://bitbucket.example.com/pr/5' }, '/')
  expect(context).toMatchObject({ ref: 'refs/heads/fix', targetBranch: '' })
})

it('knows a Jenkins whose address nobody has set, and one that builds from GitHub', async () => {
  const { JENKINS_URL: _, BUILD_URL: __, ...unnamed } = JENKINS
  const github = { GIT_URL: 'git@github.com:acme/credit.git', BUILD_TAG: 'jenkins-credit-7', JOB_NAME: 'credit' }
  expect((await readRun({ ...unnamed, ...github }, '/')).context).toEqual({
    repository: 'acme/credit',
    commit: COMMIT,
    ref: 'refs/heads/main',
  })
})

it('knows a job of GitLab', async () => {
  const context = {
    repository: 'gitlab.example.com/risk/models/credit',
    elsewhere: true,
    commit: COMMIT,
    url: GITLAB.CI_JOB_URL,
  }
  expect(await readRun({ ...GITLAB, CI_COMMIT_BRANCH: 'main' }, '/')).toEqual({
    context: { ...context, ref: 'refs/heads/main' },
    workspace: '/builds/credit',
  })
  const tagged = await readRun({ ...GITLAB, CI_COMMIT_TAG: 'v1' }, '/')
  expect(tagged.context).toEqual({ ...context, ref: 'refs/tags/v1' })
})

it('knows a merge request: the head of the target where GitLab tells it, else where it branched off and the name', async () => {
  const request = {
    ...GITLAB,
    CI_MERGE_REQUEST_IID: '3',
    CI_MERGE_REQUEST_REF_PATH: 'refs/merge-requests/3/head',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: BASE,
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    CI_MERGE_REQUEST_PROJECT_ID: '1',
    CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '1',
  }
  expect((await readRun(request, '/')).context).toMatchObject({
    ref: 'refs/merge-requests/3/head',
    base: BASE,
    targetBranch: 'main',
    pullRequest: { number: 3, head: COMMIT, base: BASE, fork: false },
  })
  const known = 'c'.repeat(40)
  const { context } = await readRun(
    { ...request, CI_MERGE_REQUEST_TARGET_BRANCH_SHA: known, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '2' },
    '/',
  )
  expect(context).toMatchObject({ base: known, pullRequest: { fork: true } })
  expect(context.targetBranch).toBe(undefined)
})

it('asks GitHub Actions first, and takes what was set by hand in a shell', async () => {
  const both = { ...JENKINS, GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'acme/credit' }
  expect((await readRun(both, '/')).context).toEqual({ repository: 'acme/credit' })
  const byHand = { GITHUB_REPOSITORY: 'acme/credit', GITHUB_SHA: COMMIT }
  expect((await readRun(byHand, '/')).context).toEqual({ repository: 'acme/credit', commit: COMMIT })
})

it.each([
  ['https://github.com/acme/credit.git', { repository: 'acme/credit' }],
  ['ssh://git@github.com/acme/credit', { repository: 'acme/credit' }],
  ['git@git.example.com:risk/credit.git', { repository: 'git.example.com/risk/credit', elsewhere: true }],
  ['https://git.example.com:8443/a/b/c/', { repository: 'git.example.com:8443/a/b/c', elsewhere: true }],
  ['https://ghe.example.com/acme/credit', { repository: 'acme/credit' }],
  ['/srv/git/credit.git', {}],
  ['C:\\git\\credit', {}],
  [undefined, {}],
])('calls the repository at %s by its name', (address, expected) => {
  expect(repositoryAt(address, { GITHUB_SERVER_URL: 'https://ghe.example.com' })).toEqual(expected)
})
