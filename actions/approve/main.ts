import { getInput, setOutput, summary } from '@actions/core'
import { approve } from '../../src/commands/approve.ts'
import { compose } from '../../src/compose.ts'
import { UserError } from '../../src/core/user-error.ts'
import { actionLog } from '../../src/github/action-log.ts'
import { environmentContext } from '../../src/github/context.ts'
import { refusePullRequestTarget } from '../../src/github/refuse-pull-request-target.ts'
import { approvalLine, approvalSummary } from '../../src/report/approval.ts'
import { atBoundary, workspace } from '../face.ts'

await atBoundary(async () => {
  refusePullRequestTarget(process.env.GITHUB_EVENT_NAME)
  const required = (name: string) => {
    const value = getInput(name)
    if (value === '')
      throw new UserError('inputs.missing', `Expected input '${name}' but found nothing`, {
        hint: `Add '${name}' under 'with:'`,
      })
    return value
  }
  const log = actionLog()
  const { approval, path, key } = await approve(
    {
      model: required('model-id'),
      role: required('role'),
      out: getInput('out') || '.proofmark',
      issuer: getInput('issuer') || undefined,
    },
    compose(workspace(), log, environmentContext(process.env)),
  )
  log.info(`${approvalLine(approval)}\nThe key that signed it: ${key}`)
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(approvalSummary(approval)).write()
  setOutput('receipt', path)
  setOutput('approval', approval.document)
  setOutput('approver', approval.actor)
  setOutput('model-id', 'model' in approval.of ? approval.of.model : '')
  setOutput('summary', approvalLine(approval))
  return 0
})
