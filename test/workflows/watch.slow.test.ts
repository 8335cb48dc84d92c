import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { promote } from '../../src/commands/promote.ts'
import { promotionTargets } from '../../src/targets/promotion-targets.ts'
import { creditOnGitHub, example } from '../harness/credit.ts'
import { workflowDispatch } from '../harness/events.ts'
import { governed } from '../harness/governed.ts'
import { type MlflowServer, mlflowServer } from '../harness/mlflow-server.ts'
import { runWorkflow } from '../harness/run-workflow.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { handsAt } from '../targets/mlflow/hands.ts'

const PROGRAM = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const { PATH = '' } = process.env
let server: MlflowServer
beforeAll(async () => {
  server = await mlflowServer({ major: 3, folder: temporaryFolder('mlflow') })
  // The program of this very checkout in place of the one that npx would fetch.
  const folder = temporaryFolder('npx')
  writeFileSync(join(folder, 'npx'), `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`)
  chmodSync(join(folder, 'npx'), 0o755)
  process.env.PATH = `${folder}:${PATH}`
})
afterAll(async () => {
  process.env.PATH = PATH
  await server.close()
})

it('watch.yml points an alias back that somebody moved, with the rights it declares, and fails', async () => {
  const shop = await governed()
  const hands = handsAt(server.url)
  await hands.createModel('credit')
  const targets = promotionTargets({ root: shop.root, environment: { MLFLOW_TRACKING_URI: server.url } })
  const target = await targets.open('mlflow:credit@champion?lock=file')
  const certified = await shop.enter('1', { MLmodel: 'flavors: {}\n' })
  expect(await promote(certified, shop.world(target, { recordLog: shop.log }))).toMatchObject({ outcome: 'promoted' })
  const evil = await hands.register('credit', { evil: 'x' })
  await hands.setAlias('credit', 'champion', evil.version)

  const github = await creditOnGitHub()
  const { key: _, ...log } = JSON.parse(readFileSync(join(shop.root, 'proofmark.yml'), 'utf8')).record.log
  const run = {
    github,
    event: workflowDispatch(github),
    checkout: {
      'proofmark.yml': JSON.stringify({ record: { log } }),
      'proofmark.pub': shop.keys.publicKey,
    },
    secrets: { PROOFMARK_LOG_KEY: readFileSync(join(shop.root, 'log.key'), 'utf8').trim() },
    vars: { MLFLOW_TRACKING_URI: server.url },
  }
  const first = await runWorkflow(example('watch.yml'), run)
  expect(first.jobs.watch?.log).toContain(`it points at version ${evil.version}, which Proofmark did not put there`)
  expect(first.jobs.watch?.log).toContain('Demoted: mlflow:credit@champion points at credit-default 1')
  expect(first.jobs.watch?.result).toBe('failure')
  expect(await hands.alias('credit', 'champion')).toBe('1')
  expect(await github.read('/git/matching-refs/proofmark/locks')).toEqual([])

  const second = await runWorkflow(example('watch.yml'), { ...run, runId: 2 })
  expect(second.jobs.watch?.result, second.jobs.watch?.log).toBe('success')
})
