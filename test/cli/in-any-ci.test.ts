import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { noteVerifier, writeVerifierKey } from '../../src/core/record/log/note-key.ts'
import { readPointer } from '../../src/core/record/promotion/pointer.ts'
import { noteKeys } from '../../src/signing/note-keys.ts'
import { type Workshop, workshop } from '../harness/certified.ts'
import { runProgram } from '../harness/run-program.ts'

const VERIFIER = writeVerifierKey(
  noteVerifier('example.com/log', 1, noteKeys.publicKey(noteKeys.generate()), noteKeys.hash),
)
const COMMIT = 'a'.repeat(40)
const NONE = { GITHUB_ACTOR: '', USER: 'carol', GITLAB_USER_LOGIN: '', BUILD_USER_ID: '' }
const JENKINS = {
  JENKINS_URL: 'https://ci.example.com/',
  BUILD_URL: 'https://ci.example.com/job/credit/7/',
  BUILD_USER_ID: 'jane',
  GIT_COMMIT: COMMIT,
  GIT_URL: 'https://git.example.com/risk/credit.git',
}
const GITLAB = {
  GITLAB_CI: 'true',
  GITLAB_USER_LOGIN: 'lee',
  CI_PROJECT_URL: 'https://gitlab.example.com/risk/credit',
  CI_COMMIT_SHA: COMMIT,
  CI_JOB_URL: 'https://gitlab.example.com/risk/credit/-/jobs/9',
}

let shop: Workshop
let args: string[]
beforeAll(async () => {
  shop = await workshop()
  const { certificate, model } = await shop.certify('1', { 'config.json': '{}' }, 3650)
  args = [certificate, '--model', ...model, '--key', 'proofmark.pub']
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', shop.root, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words])
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', shop.root])
  git('remote', 'add', 'origin', 'https://git.example.com/risk/credit.git')
  writeFileSync(join(shop.root, 'proofmark.yml'), 'policy: { require: [model-certify] }\n')
  git('add', 'proofmark.yml')
  git('commit', '--quiet', '-m', 'Ask for a certified model')
})
afterEach(() => vi.unstubAllEnvs())

function environment(variables: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries({ ...NONE, ...variables })) vi.stubEnv(name, value)
}

describe.each([
  ['Jenkins', JENKINS, { by: 'jane', run: JENKINS.BUILD_URL }],
  ['GitLab', GITLAB, { by: 'lee', run: GITLAB.CI_JOB_URL }],
  ['a shell', {}, { by: 'carol' }],
])('in %s', (name, variables, expected) => {
  it('a certificate verifies, and a promotion says who and which run', async () => {
    environment(variables)
    expect(await runProgram(shop.root, ['verify', ...args, '--quiet'])).toMatchObject({ code: 0 })
    const to = name.replace(' ', '-')
    const done = await runProgram(shop.root, ['promote', ...args, '--to', `folder:${to}`, '--quiet'])
    expect(done).toEqual({ code: 0, said: `Promoted: folder:${to} points at credit-default 1\n` })
    const read = readPointer(readFileSync(join(shop.root, `${to}/production.json`), 'utf8'))
    const { by, run } = 'pointer' in read ? read.pointer : {}
    expect({ by, run }).toEqual({ run: undefined, ...expected })
  })

  it('there is no log of a repository that is kept elsewhere, and the sentence says what to name', async () => {
    environment(variables)
    const { code, said } = await runProgram(shop.root, ['log', 'verify', '--verifier-key', VERIFIER])
    expect({ code, said }).toEqual({ code: 3, said: expect.stringContaining('Expected to know where the log is kept') })
  })
})

describe('the policy', () => {
  it.each([
    ['a merge request', { ...GITLAB, CI_MERGE_REQUEST_IID: '5', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' }],
    ['a change in Jenkins', { ...JENKINS, CHANGE_ID: '5', CHANGE_TARGET: 'main' }],
  ])('that counts in %s is the target branch’s', async (_, variables) => {
    writeFileSync(join(shop.root, 'proofmark.yml'), 'policy: { require: [security-scan] }\n')
    execFileSync('git', ['-C', shop.root, 'update-ref', 'refs/remotes/origin/main', 'main'])
    const explained = async (more: Readonly<Record<string, string>>) => {
      environment(more)
      const { code, said } = await runProgram(shop.root, ['policy', 'explain', '--json'])
      vi.unstubAllEnvs()
      expect(code, said).toBe(0)
      return JSON.parse(said).require
    }
    expect(await explained(variables)).toEqual(['model-certify'])
    expect(await explained({})).toEqual(['security-scan'])
  })
})
