import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { aRepository, PRELUDE } from './a-repository.ts'
import { push } from './events.ts'
import { type GitHub, type GitHubOptions, startGitHub } from './github.ts'
import { type RunWorkflowOptions, runWorkflow } from './run-workflow.ts'

/** A GitHub for one test. */
export async function aGitHub(options?: GitHubOptions): Promise<GitHub> {
  const github = await startGitHub(options)
  onTestFinished(() => github.close())
  return github
}

const CERTIFY = `
name: Certify
description: A stand-in that writes evidence and fails where data.csv says so
inputs:
  data: { description: File, required: true }
  token: { description: Token, default: '\${{ github.token }}' }
outputs: { verdict: { description: passed or failed } }
runs: { using: node24, main: ../../dist/certify.js }
`
const REPORT = `
name: Report
description: A stand-in that publishes what evidence says
inputs:
  evidence: { description: Folder, required: true }
  token: { description: Token, default: '\${{ github.token }}' }
outputs: { status: { description: What GitHub answered } }
runs: { using: node24, main: ../../dist/report.js }
`
const ACTIONS = {
  'action.yml': CERTIFY.replace('../../dist', 'dist'),
  'actions/certify/action.yml': CERTIFY,
  'actions/report/action.yml': REPORT,
  'dist/package.json': '{"type":"module"}',
  'dist/certify.js': `${PRELUDE}
    const verdict = readFileSync(input('data'), 'utf8').includes('bad') ? 'failed' : 'passed'
    mkdirSync('.proofmark', { recursive: true })
    writeFileSync('.proofmark/evidence.json', JSON.stringify({ verdict }))
    appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# ' + verdict)
    output('verdict', verdict)
    if (verdict === 'failed') { console.log('::error::not certified'); process.exitCode = 1 }`,
  'dist/report.js': `${PRELUDE}
    const { verdict } = JSON.parse(readFileSync(input('evidence') + '/evidence.json', 'utf8'))
    const { workflow_run: run } = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'))
    const answer = await api('POST', '/check-runs', {
      name: 'Proofmark / certify', head_sha: run.head_sha, status: 'completed',
      conclusion: verdict === 'passed' ? 'success' : 'failure', output: { title: verdict, summary: verdict },
    })
    output('status', answer.status)
    if (!answer.ok) process.exitCode = 4`,
}

/** A repository with the stand-in actions and one workflow; runs it on a push unless told otherwise. */
export async function runStandIns(workflow: string, options: Partial<RunWorkflowOptions> & { github?: GitHub } = {}) {
  const github = options.github ?? (await aGitHub())
  const root = aRepository({ ...ACTIONS, 'workflow.yml': workflow })
  return runWorkflow(join(root, 'workflow.yml'), { event: push(github), root, ...options, github })
}
