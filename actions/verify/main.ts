import { error, getInput, getMultilineInput, setOutput, summary } from '@actions/core'
import { exitCode } from '../../src/commands/exit-code.ts'
import { verify } from '../../src/commands/verify.ts'
import { compose } from '../../src/compose.ts'
import { UserError } from '../../src/core/user-error.ts'
import { actionLog } from '../../src/github/action-log.ts'
import { refusePullRequestTarget } from '../../src/github/refuse-pull-request-target.ts'
import { verificationLine, verificationLines, verificationSummary } from '../../src/report/verification.ts'
import { printLines } from '../../src/terminal/print-lines.ts'
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
  const options = {
    certificate: required('certificate'),
    key: required('key'),
    model: [required('model'), ...getMultilineInput('model')].slice(1),
  }
  const verification = await verify(options, compose(workspace(), actionLog(), {}))
  printLines(process.stdout, verificationLines(verification))
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(verificationSummary(verification)).write()
  setOutput('verdict', verification.verdict)
  setOutput('summary', verificationLine(verification))
  setOutput(
    'model-id',
    verification.outcome === 'verified' ? (verification.statement?.subject[0]?.digest.sha256 ?? '') : '',
  )
  if (verification.outcome !== 'verified') error(verificationLine(verification))
  return exitCode(verification.verdict, [])
})
