import { describe, expect, it } from 'vitest'
import { approve } from '../../src/commands/approve.ts'
import { proven } from '../../src/commands/collect-receipts.ts'
import { enterApproval } from '../../src/commands/enter-approval.ts'
import { approvalLeaf } from '../../src/core/record/approvals/approval-leaf.ts'
import { Leaf } from '../../src/core/record/log/leaf.ts'
import { TrustedApprovalWorkflow } from '../../src/core/record/trust/trust.ts'
import { disk, memoryPorts, sha256 } from '../core/record/memory.ts'
import { anIssuer } from '../harness/an-issuer.ts'
import { memoryLog } from '../harness/memory-log.ts'

const MODEL = sha256('the model')
const NOW = '2026-11-23T06:00:00Z'
const WORKFLOW = 'acme/ml-governance/.github/workflows/approve.yml'

/** The ports of a job that carol has started by hand, whose issuer says `change` otherwise. */
async function aJob(change: object = {}) {
  const issuer = await anIssuer('ES256')
  const files = disk()
  const asked: string[] = []
  const iat = Date.parse(NOW) / 1000 - 2
  const ports = {
    ...memoryPorts(files, NOW),
    identityTokens: {
      token(aud: string) {
        asked.push(aud)
        return issuer.sign({
          iss: issuer.url,
          aud,
          iat,
          exp: iat + 300,
          actor: 'carol',
          actor_id: '3',
          repository: 'acme/ml-governance',
          repository_id: '812345',
          workflow_ref: `${WORKFLOW}@refs/heads/main`,
          job_workflow_ref: `${WORKFLOW}@refs/heads/main`,
          event_name: 'workflow_dispatch',
          run_id: '7',
          run_attempt: '1',
          runner_environment: 'github-hosted',
          ...change,
        })
      },
    },
  }
  return { issuer, files, asked, ports }
}

it('asks for a token that is good for this model alone, and keeps a receipt that a certification accepts', async () => {
  const { issuer, files, asked, ports } = await aJob()
  const options = { model: `sha256:${MODEL}`, role: 'compliance', out: '.proofmark', issuer: issuer.url }
  const { approval, path, content } = await approve(options, ports)

  expect(asked).toEqual([`proofmark:approve:sha256:${MODEL}`])
  expect(approval).toEqual({
    role: 'compliance',
    actor: 'carol',
    actorId: '3',
    at: '2026-11-23T05:59:58Z',
    of: { model: MODEL },
    document: sha256(content),
    url: 'https://github.com/acme/credit/actions/runs/7',
  })
  expect(path).toBe(`.proofmark/approvals/${MODEL.slice(0, 12)}-3-${sha256(content).slice(0, 12)}.receipt.json`)
  expect(files.get(path)).toEqual(content)

  const workflow = { name: 'x', issuer: issuer.url, workflow: WORKFLOW, ref: 'refs/heads/main' }
  const policy = { trust: { 'approval-workflows': [TrustedApprovalWorkflow.parse(workflow)] } }
  const later = { ...ports, now: () => new Date('2027-06-01T00:00:00Z') }
  expect(await proven(content, { model: MODEL, policy, loggedAt: new Date(NOW) }, later)).toMatchObject({
    approval: { actor: 'carol', document: approval.document },
    restsOn: 'log',
  })

  const leaf = approvalLeaf(approval)
  expect(Leaf.parse(leaf)).toEqual(leaf)
  expect(JSON.stringify(leaf)).not.toContain('carol')
})

it('enters the receipt in the log, by which it proves the same', async () => {
  const { issuer, ports } = await aJob()
  const approved = await approve({ model: MODEL, role: 'compliance', out: '.proofmark', issuer: issuer.url }, ports)
  const log = memoryLog()
  await enterApproval(approved, log)
  expect(log.leaves).toEqual([approvalLeaf(approved.approval)])
  const document = `sha256:${sha256(approved.content)}`
  expect(log.leaves[0]?.document).toBe(document)
  expect(log.documents.get(document)).toBe(new TextDecoder().decode(approved.content))
})

describe('refuses at once', () => {
  it.each<[string, object, string]>([
    ['a run that was started again', { run_attempt: '2' }, 'attempt 2 of the run'],
    ['a run that nobody started by hand', { event_name: 'push' }, 'started by push'],
    ['a token for something else', { aud: 'sigstore' }, 'it is for sigstore, not for this model'],
    ['a token of another issuer', { iss: 'https://token.actions.githubusercontent.com' }, 'it was issued by'],
  ])('%s', async (_, change, why) => {
    const { issuer, files, ports } = await aJob(change)
    const options = { model: MODEL, role: 'compliance', out: '.proofmark', issuer: issuer.url }
    await expect(approve(options, ports)).rejects.toMatchObject({
      code: 'approve.refused',
      message: expect.stringContaining(why),
    })
    expect([...files.keys()]).toEqual([])
  })

  it.each([
    ['MODEL', 'compliance', 'approve.model'],
    [MODEL.toUpperCase(), 'compliance', 'approve.model'],
    [MODEL, 'Compliance; rm', 'approve.role'],
  ])('%s for %s, before any token is asked for', async (model, role, code) => {
    const { issuer, asked, ports } = await aJob()
    await expect(approve({ model, role, out: '.', issuer: issuer.url }, ports)).rejects.toMatchObject({ code })
    expect(asked).toEqual([])
  })
})
