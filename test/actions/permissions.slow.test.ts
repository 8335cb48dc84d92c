import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { creditOnGitHub, creditRepository, KEYS } from '../harness/credit.ts'
import { pullRequestEvent, workflowRun } from '../harness/events.ts'
import { runAction } from '../harness/run-action.ts'

const Scope = z.enum(['contents', 'checks', 'pull-requests', 'actions'])
const Stated = z.object({ permissions: z.partialRecord(Scope, z.enum(['read', 'write'])) })

/** The permissions an action's README asks for; those of other actions beside it (`actions: read`, for the artifact) left out. */
function stated(action: string): [z.infer<typeof Scope>, 'read' | 'write'][] {
  const block =
    /```yaml\n(permissions:[\s\S]*?)```/.exec(readFileSync(`actions/${action}/README.md`, 'utf8'))?.[1] ?? ''
  const { permissions } = Stated.parse(parse(block))
  return Scope.options
    .flatMap(scope =>
      scope === 'actions' || permissions[scope] === undefined ? [] : [[scope, permissions[scope]] as const],
    )
    .map(([scope, level]) => [scope, level])
}

const KEYED = ['gate', 'audit-record']

async function run(action: string, permissions: [string, 'read' | 'write'][]) {
  const github = await creditOnGitHub({ permissions: Object.fromEntries(permissions) })
  const pullRequest = await github.openPullRequest()
  const workspace = creditRepository()
  const key: Record<string, string> = KEYED.includes(action) ? { key: KEYS.privateKey } : {}
  if (action === 'audit-record' || action === 'report') {
    await runAction('actions/gate', { workspace, with: { key: KEYS.privateKey, publish: 'false' } })
  }
  const event = action === 'report' ? workflowRun(github, pullRequest) : pullRequestEvent(github, pullRequest)
  const given: Record<string, string> = action === 'report' ? { evidence: '.proofmark' } : key
  return runAction(`actions/${action}`, { github, event, workspace, with: given })
}

describe.each(['gate', 'data-validate', 'model-certify', 'security-scan', 'drift-compare', 'audit-record', 'report'])(
  '%s',
  action => {
    const permissions = stated(action)

    it('needs no more than its README states', async () => {
      expect(permissions.length).toBeGreaterThan(0)
      const { exitCode, log } = await run(action, permissions)
      expect(exitCode, log).toBe(0)
    })

    it.each(permissions)('without %s: %s says so', async (scope, level) => {
      const { exitCode, log } = await run(
        action,
        permissions.filter(([other]) => other !== scope),
      )
      expect(exitCode, log).toBe(4)
      expect(log).toContain(`${scope}: ${level}`)
      expect(log).not.toMatch(/^\s+at /m)
    })
  },
)
