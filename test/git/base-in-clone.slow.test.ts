import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkedOut } from '../../src/git/checked-out.ts'
import { gitBase } from '../../src/git/git-base.ts'
import { creditRepository, evidenceIn, KEYS, ROOT } from '../harness/credit.ts'
import { NODE, start } from '../harness/runner/start.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const WHO = { GIT_AUTHOR_NAME: 'x', GIT_AUTHOR_EMAIL: 'x@x', GIT_COMMITTER_NAME: 'x', GIT_COMMITTER_EMAIL: 'x@x' }
const gitIn = (folder: string, ...words: string[]) =>
  execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8', env: { ...process.env, ...WHO } }).trim()

/** A repository whose change lowers the bar, cloned as a CI clones: the change's branch, and main only where asked. */
function cloned({ withMain = true, depth = 0, folder = '' } = {}) {
  const origin = temporaryFolder('origin')
  const git = (...words: string[]) => gitIn(origin, ...words)
  git('init', '--quiet', '--initial-branch=main')
  const at = join(origin, folder)
  mkdirSync(at, { recursive: true })
  const commit = (text: string) => {
    writeFileSync(join(at, 'proofmark.yml'), text)
    git('add', '--all')
    git('commit', '--quiet', '--message', text)
    return git('rev-parse', 'HEAD')
  }
  const fork = commit('old bar')
  git('branch', 'change')
  const main = commit('new bar')
  git('switch', '--quiet', 'change')
  commit('no bar')
  const clone = join(temporaryFolder('clone'), 'w')
  const shallow = depth > 0 ? ['--depth', String(depth)] : []
  gitIn(origin, 'clone', '--quiet', ...shallow, '--single-branch', '--branch', 'change', `file://${origin}`, clone)
  if (withMain) gitIn(clone, 'fetch', '--quiet', 'origin', '+refs/heads/main:refs/remotes/origin/main')
  return { clone: join(clone, folder), fork, main }
}

it('reads the branch that a change is to be merged into, also from a folder of the repository', async () => {
  const { clone } = cloned({ folder: 'models/credit' })
  const base = gitBase(clone, process.env, { targetBranch: 'main' })
  expect(await base.readBase('proofmark.yml')).toBe('new bar')
  expect(await base.readBase('none.yml')).toBe(undefined)
  expect(await base.listBase()).toEqual(['proofmark.yml'])
  await expect(base.readBase('../../../proofmark.yml')).rejects.toThrow(/to be a file of this repository/)
})

it('takes the newer of the branch and the commit that the CI names, and the commit alone where there is no branch', async () => {
  const { clone, fork, main } = cloned()
  const read = (target: object) => gitBase(clone, process.env, target).readBase('proofmark.yml')
  expect(await read({ base: fork, targetBranch: 'main' })).toBe('new bar')
  expect(await read({ base: fork })).toBe('old bar')
  gitIn(clone, 'update-ref', 'refs/remotes/origin/main', fork)
  gitIn(clone, 'fetch', '--quiet', 'origin', main)
  expect(await read({ base: main, targetBranch: 'main' })).toBe('new bar')
})

it.each([
  [{ targetBranch: 'main' }, /lacks refs\/remotes\/origin\/main/],
  [{ base: 'f'.repeat(40), targetBranch: 'main' }, /lacks the commit ffff/],
  [{ targetBranch: '' }, /names no branch/],
  [{ base: '--all' }, /lacks the commit --all/],
])('refuses where the clone lacks it: %j', async (target, message) => {
  const { clone } = cloned({ withMain: false, depth: 1 })
  const asked = gitBase(clone, process.env, target).readBase('proofmark.yml')
  await expect(asked).rejects.toMatchObject({
    code: 'git.no-base',
    kind: 'environment',
    message: expect.stringMatching(message),
  })
})

it('refuses a link in place of a file, and a folder that is no clone', async () => {
  const { clone } = cloned()
  symlinkSync('proofmark.yml', join(clone, 'link.yml'))
  gitIn(clone, 'add', 'link.yml')
  gitIn(clone, 'commit', '--quiet', '--message', 'link')
  const base = gitBase(clone, process.env, { base: gitIn(clone, 'rev-parse', 'HEAD') })
  await expect(base.readBase('link.yml')).rejects.toThrow(/to be a plain file/)
  const nowhere = gitBase(
    temporaryFolder('nowhere'),
    { ...process.env, GIT_CEILING_DIRECTORIES: '/' },
    { targetBranch: 'main' },
  )
  await expect(nowhere.readBase('a')).rejects.toThrow(/found no clone of git/)
})

it('tells what is checked out, and whether the files are as of it', async () => {
  const { clone } = cloned()
  const commit = gitIn(clone, 'rev-parse', 'HEAD')
  const found = await checkedOut(clone, process.env, { changes: true })
  expect(found).toMatchObject({ commit, ref: 'refs/heads/change', changed: false })
  writeFileSync(join(clone, 'proofmark.yml'), 'by hand')
  expect(await checkedOut(clone, process.env, { changes: true })).toMatchObject({ commit, changed: true })
  expect(await checkedOut(temporaryFolder('nowhere'), process.env)).toEqual({})
})

it('decides a change in Jenkins by the claims of the target branch, and not at all where the clone lacks it', async () => {
  const root = creditRepository((_, root) => writeFileSync(join(root, '.gitignore'), '.proofmark/\n'))
  const git = (...words: string[]) => gitIn(root, ...words)
  git('init', '--quiet', '--initial-branch=main')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'The bar')
  const settings = readFileSync(join(root, 'proofmark.yml'), 'utf8')
  const lowered = settings.replace(/- auc >= 0\.\d+/, '- auc >= 0.10')
  expect(lowered).not.toBe(settings)
  writeFileSync(join(root, 'proofmark.yml'), lowered)
  const env = { JENKINS_URL: 'https://ci.example.com/', CHANGE_ID: '5', CHANGE_TARGET: 'main', BRANCH_NAME: 'PR-5' }
  const gate = () =>
    start(NODE, [join(ROOT, 'src/cli/main.ts'), 'model-certify', '--config', 'proofmark.yml'], {
      cwd: root,
      env: { ...env, HOME: root, PROOFMARK_KEY: KEYS.privateKey },
    })
  const without = await gate()
  expect(without.exitCode).toBe(4)
  expect(without.log).toContain('git fetch --no-tags origin "+refs/heads/main:refs/remotes/origin/main"')
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  const within = await gate()
  expect(within.exitCode).toBe(0)
  const { checks, run } = evidenceIn(root, 'model-certify')
  expect(checks.find(({ id }) => id === 'claims.changed')?.status).toBe('warn')
  expect(run.commit).toBe(git('rev-parse', 'HEAD'))
})
