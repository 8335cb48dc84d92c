import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeVerifierKey } from '../../src/core/record/log/note-key.ts'
import { creditOnGitHub, example } from '../harness/credit.ts'
import { workflowDispatch } from '../harness/events.ts'
import { logSigner } from '../harness/log/a-log.ts'
import { aCertificate, idOf } from '../harness/portal/a-certificate.ts'
import { logTree } from '../harness/portal/log-tree.ts'
import { runWorkflow } from '../harness/run-workflow.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const PROGRAM = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const { PATH = '' } = process.env
beforeAll(() => {
  // The program of this very checkout in place of the one that npx would fetch.
  const folder = temporaryFolder('npx')
  writeFileSync(join(folder, 'npx'), `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`)
  chmodSync(join(folder, 'npx'), 0o755)
  process.env.PATH = `${folder}:${PATH}`
})
afterAll(() => {
  process.env.PATH = PATH
})

it('portal.yml builds the site of a log and hands it to GitHub Pages, with the rights it declares', async () => {
  const at = '2026-10-01T09:00:00Z'
  const log = logTree([
    {
      leaf: { type: 'certificate', at, model: 'credit-default 1', id: `sha256:${idOf('weights 1')}` },
      document: aCertificate({ at }),
    },
  ])
  const github = await creditOnGitHub()
  const { conclusion, jobs, artifacts, runId } = await runWorkflow(example('portal.yml'), {
    github,
    event: workflowDispatch(github),
    checkout: Object.fromEntries(log),
    vars: { LOG_VERIFIER_KEY: writeVerifierKey(logSigner) },
  })
  expect(conclusion, jobs.build?.log).toBe('success')
  const site = artifacts.folder(runId, 'github-pages')
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('models/credit-default.html')
  expect(readFileSync(join(site, 'models/credit-default.html'), 'utf8')).toContain('AUC at least 0.78')
})
