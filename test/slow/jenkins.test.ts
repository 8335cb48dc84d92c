import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { jenkinsIssues } from '../../src/report/jenkins/issues.ts'
import { blockOf } from '../docs/block-of.ts'
import { creditRepository, evidenceIn, KEYS, ROOT } from '../harness/credit.ts'
import { NODE, start } from '../harness/runner/start.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { sha256 } from '../harness/sha256.ts'
import { scanned } from '../report/some-evidence.ts'

const JARS = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proofmark-analysis-model')

interface Read {
  readonly issues?: readonly {
    severity: string
    file: string
    line: number
    type: string
    category: string
    message: string
    fingerprint: string
  }[]
  readonly errors?: readonly string[]
  readonly syntax?: string
  readonly refused?: string
  readonly told?: readonly string[]
}

/** What Jenkins' own parsers read, each file given as `parser=path`. */
const read = (...files: string[]) => readIn({}, ...files)

/** The same in a folder and an environment, which steps of a pipeline are run in. */
function readIn({ cwd, env }: { cwd?: string; env?: Record<string, string> }, ...files: string[]): readonly Read[] {
  if (!existsSync(JARS))
    throw new Error('Expected the parsers of Jenkins but found none: run scripts/get-analysis-model.sh')
  const output = execFileSync('java', ['-cp', `${JARS}/*`, join(ROOT, 'test/slow/jenkins/Parse.java'), ...files], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
    ...(cwd === undefined ? {} : { cwd }),
  })
  return JSON.parse(output.trim().split('\n').at(-1) ?? '')
}

const WHO = { GIT_AUTHOR_NAME: 'x', GIT_AUTHOR_EMAIL: 'x@x', GIT_COMMITTER_NAME: 'x', GIT_COMMITTER_EMAIL: 'x@x' }
const gitIn = (folder: string, ...words: string[]) =>
  execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8', env: { ...process.env, ...WHO } }).trim()

/** The credit example as a clone of a server, at a change into main; and Proofmark beside it, run from its sources. */
function checkedOut(current = false) {
  const origin = creditRepository((_, root) => {
    writeFileSync(join(root, '.gitignore'), '.proofmark/\n')
    if (current) cpSync(join(root, 'current.csv'), join(root, 'applications.csv'))
  })
  for (const words of [
    ['init', '--quiet', '--initial-branch=main'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', 'Model'],
    ['branch', 'change'],
  ])
    gitIn(origin, ...words)
  const clone = join(temporaryFolder('clone'), 'w')
  gitIn(origin, 'clone', '--quiet', '--single-branch', '--branch', 'change', `file://${origin}`, clone)
  const proofmark = temporaryFolder('proofmark')
  symlinkSync(join(ROOT, 'src'), join(proofmark, 'src'))
  cpSync(join(ROOT, 'package.json'), join(proofmark, 'package.json'))
  execFileSync('mkdir', [join(proofmark, 'dist')])
  writeFileSync(
    join(proofmark, 'dist/proofmark.js'),
    `await import(${JSON.stringify(join(ROOT, 'src/cli/main.ts'))})\n`,
  )
  writeFileSync(join(proofmark, 'certifier.key'), KEYS.privateKey)
  return { clone, proofmark, commit: gitIn(clone, 'rev-parse', 'HEAD') }
}

const shell = (script: string, cwd: string, env: Record<string, string>) =>
  start('/bin/bash', ['-e', '-c', script], { cwd, env: { HOME: cwd, ...env } })

const JENKINSFILE = join(ROOT, 'examples/jenkins/Jenkinsfile')
const steps = [...readFileSync(JENKINSFILE, 'utf8').matchAll(/\bsh(?: |\(returnStatus: true, script: )'(.*)'/g)].map(
  ([, script = '']) => script,
)

it("runs the Jenkinsfile's shell steps for a change, and Jenkins' parsers read what they leave", async () => {
  expect(steps).toHaveLength(2)
  const { clone, proofmark, commit } = checkedOut(true)
  const env = {
    PROOFMARK: proofmark,
    KEY: join(proofmark, 'certifier.key'),
    JENKINS_URL: 'https://ci.example.com/',
    BUILD_URL: 'https://ci.example.com/job/credit/job/PR-5/7/',
    WORKSPACE: clone,
    GIT_COMMIT: commit,
    GIT_URL: 'https://git.example.com/risk/credit.git',
    CHANGE_ID: '5',
    CHANGE_TARGET: 'main',
    CHANGE_BRANCH: 'change',
    BRANCH_NAME: 'PR-5',
  }
  const codes = []
  for (const step of steps) codes.push((await shell(step, clone, env)).exitCode)
  expect(codes).toEqual([0, 1])
  const evidence = evidenceIn(clone, 'data-validate')
  expect(evidence.run).toMatchObject({
    repository: 'git.example.com/risk/credit',
    commit,
    ref: 'refs/heads/change',
    url: env.BUILD_URL,
  })
  const at = (name: string) => join(clone, '.proofmark', name)
  const [sarif, issues, quality, junit, pipeline] = read(
    `sarif=${at('data-validate.sarif')}`,
    `issues=${at('data-validate.issues.json')}`,
    `code-climate=${at('gl-code-quality-report.json')}`,
    `junit=${at('data-validate.junit.xml')}`,
    `groovy=${JENKINSFILE}`,
  )
  const written: unknown[] = JSON.parse(readFileSync(at('data-validate.issues.json'), 'utf8')).issues
  expect(written.length).toBeGreaterThan(2)
  expect(issues).toMatchObject({
    errors: [],
    issues: written.map(() => ({ severity: 'ERROR', category: 'data-validate' })),
  })
  // SARIF's errors are never more than HIGH to Jenkins.
  expect(sarif?.issues?.map(({ severity }) => severity)).toEqual(written.map(() => 'HIGH'))
  const all: unknown[] = JSON.parse(readFileSync(at('gl-code-quality-report.json'), 'utf8'))
  expect(quality?.issues).toHaveLength(all.length)
  const failed = evidence.checks.filter(({ status }) => status === 'fail' || status === 'inconclusive')
  expect(junit?.issues).toHaveLength(failed.length)
  expect(pipeline).toEqual({ syntax: 'groovy' })
})

it('runs the heart of it as docs/jenkins.md shows it, which ends the build as the gate ended', () => {
  const shown = blockOf('docs/jenkins.md', 'int status')
  // It is the example's own, so that what is said of the whole example is said of it.
  const indented = (text: string) => text.replace(/^ +/gm, '')
  expect(indented(readFileSync(JENKINSFILE, 'utf8'))).toContain(shown)
  const { clone, proofmark } = checkedOut()
  const steps = join(proofmark, 'steps.groovy')
  writeFileSync(steps, shown)
  // Ends with 0, 1, 2 and 3 in turn.
  writeFileSync(join(proofmark, 'ended'), '')
  writeFileSync(
    join(proofmark, 'dist/proofmark.js'),
    `import { appendFileSync, readFileSync } from 'node:fs'
const before = readFileSync('${proofmark}/ended', 'utf8').length
appendFileSync('${proofmark}/ended', '.')
process.exit(process.argv.slice(2).join(' ') === 'gate --key k' ? before : 9)
`,
  )
  const env = { PROOFMARK: proofmark, KEY: 'k' }
  const runs = readIn({ cwd: clone, env }, ...Array.from({ length: 4 }, () => `steps=${steps}`))
  expect(runs.map(({ told }) => told)).toEqual([
    [],
    ['error: Proofmark: failed'],
    ['unstable: Proofmark: inconclusive'],
    ['error: Proofmark could not run: see the log'],
  ])
})

it('reads each status as its severity, and refuses what is no report or no pipeline', () => {
  const folder = temporaryFolder('parsers')
  const checks = (['fail', 'inconclusive', 'warn', 'pass'] as const).map(status => ({
    id: status,
    title: `<b>${status}</b>`,
    status,
    reason: 'Expected one but found another',
    locations: [{ file: 'a b/ü.csv', line: 7 }],
  }))
  const report = join(folder, 'a.issues.json')
  writeFileSync(report, JSON.stringify(jenkinsIssues(scanned(checks), sha256)))
  writeFileSync(join(folder, 'broken.json'), '{"issues":[{"id":"x"}]}')
  writeFileSync(join(folder, 'Jenkinsfile'), 'pipeline { stage(')
  const [found, broken, pipeline] = read(
    `issues=${report}`,
    `issues=${join(folder, 'broken.json')}`,
    `groovy=${join(folder, 'Jenkinsfile')}`,
  )
  expect(found?.issues?.map(({ severity, file, line }) => [severity, file, line])).toEqual([
    ['ERROR', 'a b/ü.csv', 7],
    ['HIGH', 'a b/ü.csv', 7],
    ['NORMAL', 'a b/ü.csv', 7],
  ])
  expect(new Set(found?.issues?.map(({ fingerprint }) => fingerprint)).size).toBe(3)
  expect(broken?.refused).toMatch(/\w/)
  expect(pipeline?.refused).toMatch(/\w/)
})

it("runs GitLab's job for a merge request by gitlab-ci-local, with nothing of GitHub in its environment", async () => {
  const runner = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proofmark-gitlab-ci-local')
  if (!existsSync(runner))
    throw new Error('Expected gitlab-ci-local but found none: run scripts/get-gitlab-ci-local.sh')
  const { clone, proofmark, commit } = checkedOut()
  const example = readFileSync(join(ROOT, 'examples/gitlab/.gitlab-ci.yml'), 'utf8')
  writeFileSync(join(clone, '.gitlab-ci.yml'), example)
  // By its address it knows the project; the clone itself is fetched from its origin as before.
  gitIn(clone, 'remote', 'add', 'gcl-origin', 'https://gitlab.example.com/risk/credit.git')
  const variables = {
    PROOFMARK: proofmark,
    PROOFMARK_TRIAL_KEY: KEYS.privateKey,
    // It says false, so that files can tell it from GitLab.
    GITLAB_CI: 'true',
    CI_PIPELINE_SOURCE: 'merge_request_event',
    CI_JOB_URL: 'https://gitlab.example.com/risk/credit/-/jobs/9',
    CI_MERGE_REQUEST_IID: '3',
    CI_MERGE_REQUEST_REF_PATH: 'refs/merge-requests/3/head',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: commit,
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
  }
  const given = Object.entries(variables).flatMap(([name, value]) => ['--variable', `${name}=${value}`])
  const gitlab = (...args: string[]) =>
    start(NODE, [join(runner, 'node_modules/gitlab-ci-local/dist/index.js'), ...args], {
      cwd: clone,
      env: { HOME: clone, PATH: process.env.PATH ?? '' },
    })
  const { exitCode, log } = await gitlab('--force-shell-executor', ...given)
  expect(log).toContain('Certified')
  expect(exitCode).toBe(0)
  const { run } = evidenceIn(clone, 'model-certify')
  expect(run).toMatchObject({
    repository: 'gitlab.example.com/risk/credit',
    commit,
    ref: 'refs/merge-requests/3/head',
    url: variables.CI_JOB_URL,
  })
  const { codequality } = parse(example).certify.artifacts.reports
  expect(JSON.parse(readFileSync(join(clone, codequality), 'utf8'))).toBeInstanceOf(Array)

  // What GitLab's schema does not know is found.
  writeFileSync(join(clone, '.gitlab-ci.yml'), example.replace('allow_failure:', 'allow_failures:'))
  const wrong = await gitlab('--list', ...given)
  expect(wrong.log).toMatch(/allow_failures/)
  expect(wrong.exitCode).toBe(1)
})

it('ends an inconclusive run with 0 where that was asked for, and no other', async () => {
  const { clone } = checkedOut()
  const claim = ['model-certify', '--claim', 'auc >= 0.83', '--config', 'proofmark.yml']
  const run = (...flags: string[]) =>
    start(NODE, [join(ROOT, 'src/cli/main.ts'), ...claim, ...flags], { cwd: clone, env: { HOME: clone } })
  expect((await run()).exitCode).toBe(2)
  expect((await run('--on-inconclusive', 'report')).exitCode).toBe(0)
  expect(evidenceIn(clone, 'model-certify').verdict).toBe('inconclusive')
  expect((await run('--on-inconclusive', 'report', '--predictions', 'none.csv')).exitCode).toBe(3)
  const wrong = await run('--on-inconclusive', 'pass')
  expect([wrong.exitCode, wrong.log]).toEqual([3, expect.stringContaining('to be fail or report')])
})
