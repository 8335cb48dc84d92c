import { getInput, setOutput, setSecret, summary } from '@actions/core'
import { approve } from '../../src/commands/approve.ts'
import { enterApproval } from '../../src/commands/enter-approval.ts'
import { settingsLog } from '../../src/commands/log/settings-log.ts'
import { compose, locate } from '../../src/compose.ts'
import { actionLog } from '../../src/github/action-log.ts'
import { environmentContext } from '../../src/github/context.ts'
import { refusePullRequestTarget } from '../../src/github/refuse-pull-request-target.ts'
import { approvalLine, approvalSummary } from '../../src/report/approval.ts'
import { atBoundary, workspace } from '../face.ts'
import { optional, required } from '../trusting.ts'

await atBoundary(async () => {
  refusePullRequestTarget(process.env.GITHUB_EVENT_NAME)
  const log = actionLog()
  const place = locate(workspace(), optional('config'))
  const logKey = optional('log-key') ?? process.env.PROOFMARK_LOG_KEY
  if (logKey !== undefined) setSecret(logKey)
  const ports = compose(place.root, log, environmentContext(process.env))
  const approved = await approve(
    {
      model: required('model-id'),
      role: required('role'),
      out: getInput('out') || '.proofmark',
      issuer: getInput('issuer') || undefined,
    },
    ports,
  )
  const { approval, path, key } = approved
  const recordLog =
    logKey === undefined ? undefined : await settingsLog({ config: place.config, keyText: logKey }, ports)
  if (recordLog) {
    await enterApproval(approved, recordLog)
    log.info(`Entered in the log ${recordLog.name}`)
  }
  log.info(`${approvalLine(approval)}\nThe key that signed it: ${key}`)
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(approvalSummary(approval)).write()
  setOutput('receipt', path)
  setOutput('approval', approval.document)
  setOutput('approver', approval.actor)
  setOutput('model-id', 'model' in approval.of ? approval.of.model : '')
  setOutput('summary', approvalLine(approval))
  return 0
})
