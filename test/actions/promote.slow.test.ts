import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { workshop } from '../harness/certified.ts'
import { type GitHub, type Permissions, startGitHub } from '../harness/github.ts'
import { runAction } from '../harness/run-action.ts'

async function github(permissions: Permissions): Promise<GitHub> {
  const started = await startGitHub({ permissions })
  onTestFinished(async () => {
    await started.close()
    expect(started.violations).toEqual([])
    expect(started.drift).toEqual([])
  })
  return started
}

/** Promotes a model that was certified a moment ago. */
async function promote(to: string, permissions: Permissions, change: (root: string) => void = () => {}) {
  const server = await github(permissions)
  const shop = await workshop()
  const { certificate, model } = await shop.certify('1', { 'weights.bin': 'weights' }, 3650)
  change(shop.root)
  const given = { certificate, model: model.join('\n'), key: 'proofmark.pub', to, reason: 'CHG-1' }
  const result = await runAction('actions/promote', { github: server, workspace: shop.root, with: given })
  return { ...result, server, root: shop.root }
}

/** What the README says each target needs. */
const NEEDS: readonly [string, Permissions, string][] = [
  ['tag:credit-default#prod', { contents: 'write' }, 'contents: write'],
  ['release:v3', { contents: 'write' }, 'contents: write'],
  ['deployment:production', { deployments: 'write' }, 'deployments: write'],
]

describe.each(NEEDS)('to %s', (to, permissions, named) => {
  it('needs no more than its README states', async () => {
    const readme = readFileSync('actions/promote/README.md', 'utf8')
    expect(readme).toContain(`permissions:\n  ${named}\n`)
    const { exitCode, log, outputs } = await promote(to, permissions)
    expect(exitCode, log).toBe(0)
    expect(outputs).toMatchObject({
      verdict: 'passed',
      outcome: 'promoted',
      'model-id': expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  it('with less says what is missing', async () => {
    const less = Object.fromEntries(Object.keys(permissions).map(scope => [scope, 'read'] as const))
    const { exitCode, log } = await promote(to, less)
    expect(exitCode, log).toBe(4)
    expect(log).toContain(named)
    expect(log).not.toMatch(/^\s+at /m)
  })
})

it('to a folder needs no permission, and writes the pointer', async () => {
  const { exitCode, log, outputs, root } = await promote('folder:production', {})
  expect(exitCode, log).toBe(0)
  expect(JSON.parse(readFileSync(join(root, 'production/production.json'), 'utf8'))).toMatchObject({
    to: { name: 'credit-default 1', id: outputs['model-id'] },
    reason: 'CHG-1',
  })
})

it('fails for a model that is not the certified one, and sets no model id', async () => {
  const { exitCode, log, outputs } = await promote('folder:production', {}, root =>
    writeFileSync(join(root, '1/model/weights.bin'), 'swapped'),
  )
  expect(exitCode, log).toBe(1)
  expect(outputs).toMatchObject({ verdict: 'failed', outcome: 'refused', 'model-id': '' })
})
