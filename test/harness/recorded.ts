import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { credit, creditOnGitHub, keys, ROOT, SETTINGS } from './credit.ts'
import { type Event, workflowDispatch } from './events.ts'
import type { GitHub } from './github.ts'
import { type Artifacts, artifactStore, type JobResult, runWorkflow } from './run-workflow.ts'
import { NODE, start } from './runner/start.ts'
import { temporaryFolder } from './runner/temporary-folder.ts'

/** Judges pull requests, also on every review; certifies what was merged, and enters it in the log. */
const GATE = `
name: Proofmark
on:
  pull_request:
  pull_request_review:
    types: [submitted, dismissed]
  push:
    branches: [main]
permissions:
  contents: write
  checks: write
  pull-requests: write
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      - uses: proofmark/proofmark@v1
        env:
          PROOFMARK_LOG_KEY: \${{ secrets.PROOFMARK_LOG_KEY }}
        with:
          key: \${{ secrets.PROOFMARK_KEY }}
          release: \${{ github.event_name == 'push' && 'certified-1' || '' }}
      - uses: actions/upload-artifact@v6
        if: \${{ !cancelled() }}
        with:
          name: certificate
          path: .proofmark
          include-hidden-files: true
`

/** Points production at the model that the run on main certified; started by hand. */
const PROMOTE = `
name: Promote
on:
  workflow_dispatch:
    inputs:
      to: { required: true }
permissions:
  actions: read
  contents: write
jobs:
  promote:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      - uses: actions/download-artifact@v6
        with:
          name: certificate
          path: certified
          run-id: 1
          github-token: \${{ github.token }}
      - uses: proofmark/proofmark/actions/promote@v1
        with:
          certificate: certified/certificate.sigstore.json
          model: model-forest.joblib
          to: \${{ inputs.to }}
          reason: CHG-131
          log-key: \${{ secrets.PROOFMARK_LOG_KEY }}
`

/** How a program ended, and what it said. */
export interface Ended {
  readonly exitCode: number
  readonly log: string
}

type Content = Readonly<Record<string, string | Uint8Array>>

/** The credit example's repository on GitHub, with a log in a branch of its own, a witness, and workflows that certify and promote. */
export interface Recorded {
  readonly github: GitHub
  /** Verifier keys of the log and of its witness, and the certifier's public key. */
  readonly trusted: { readonly log: string; readonly witness: string; readonly certifier: string }
  readonly logKey: string
  /** What `log init` said was to be committed. */
  readonly lastSeen: string
  readonly artifacts: Artifacts
  /** Runs the gate on what the files make of the example; a push to main is run 1. */
  gate(event: Event, files: Content): Promise<JobResult>
  promote(to: string, files: Content): Promise<JobResult>
  witness(): Promise<Ended>
  /** The built program in a folder, as somebody who may write to the repository. */
  run(folder: string, args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>
}

export async function recorded(): Promise<Recorded> {
  const github = await creditOnGitHub()
  const artifacts = artifactStore()
  const run: Recorded['run'] = (cwd, args, env = {}) =>
    start(NODE, [join(ROOT, 'dist/proofmark.js'), ...args], {
      cwd,
      env: { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token, GITHUB_REPOSITORY: github.repository, ...env },
    })
  const [owner, audit, workflows] = ['owner', 'audit', 'workflows'].map(temporaryFolder)
  if (owner === undefined || audit === undefined || workflows === undefined) throw new Error('Expected three folders')
  writeFileSync(join(workflows, 'gate.yml'), GATE)
  writeFileSync(join(workflows, 'promote.yml'), PROMOTE)

  const certifier = keys()
  const log = printed(await run(owner, ['log', 'init', '--repository', github.repository]), /verifier-key: (\S+)/)
  const logKey = readFileSync(join(owner, 'proofmark-log.key'), 'utf8').trim()
  const named = ['witness', 'init', '--name', 'audit.acme.example/w1']
  const witness = printed(await run(audit, named), /verifier key {2}(\S+)/)
  const secrets = { PROOFMARK_KEY: certifier.privateKey, PROOFMARK_LOG_KEY: logKey }
  let runs = 100

  async function job(name: 'gate' | 'promote', event: Event, files: Content, runId = ++runs) {
    const options = { github, event, secrets, artifacts, checkout: credit({ files }), runId }
    const { [name]: result } = (await runWorkflow(join(workflows ?? '', `${name}.yml`), options)).jobs
    if (result === undefined) throw new Error(`Expected the job ${name} but found none`)
    return result
  }
  return {
    github,
    artifacts,
    run,
    trusted: { log, witness, certifier: certifier.publicKey },
    logKey,
    lastSeen: readFileSync(join(owner, '.proofmark-last-seen'), 'utf8'),
    gate: (event, files) => job('gate', event, files, event.name === 'push' ? 1 : undefined),
    promote: (to, files) => job('promote', workflowDispatch(github, { to }), files),
    witness: () => {
      const where = ['--repository', github.repository, '--verifier-key', log]
      return run(audit, ['witness', ...where, '--witness-key', 'proofmark-witness.key', '--mirror'])
    },
  }
}

/** The example's settings with another record and policy, and another model. */
export const recordedSettings = (
  recordAndPolicy: string,
  { model = 'model-champion.joblib', predictions = 'predictions-champion.csv' } = {},
): string =>
  SETTINGS.slice(0, SETTINGS.indexOf('record:'))
    .replace('- model-champion.joblib', `- ${model}`)
    .replace('predictions: predictions-champion.csv', `predictions: ${predictions}`)
    .replace(/\n {4}- (auc|accuracy) no worse.*/g, '')
    .concat(recordAndPolicy)

function printed({ exitCode, log }: Ended, pattern: RegExp): string {
  const [, found] = pattern.exec(log) ?? []
  if (exitCode !== 0 || found === undefined) throw new Error(log)
  return found
}
