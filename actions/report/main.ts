import { getInput, setOutput } from '@actions/core'
import { publish } from '../../src/commands/publish.ts'
import { readReport } from '../../src/commands/read-report.ts'
import { compose, locate } from '../../src/compose.ts'
import { UserError } from '../../src/core/user-error.ts'
import { worstVerdict } from '../../src/core/verdict.ts'
import { actionLog } from '../../src/github/action-log.ts'
import { oneLine } from '../../src/report/terminal-report.ts'
import { atBoundary, connectGithub, workspace } from '../face.ts'

await atBoundary(async () => {
  const { context, forge } = await connectGithub()
  if (!forge)
    throw new UserError('report.no-github', 'Expected a token and a commit to report on but found none', {
      hint: 'Run on workflow_run, with the default token',
    })
  const ports = compose(workspace(), actionLog(), context, forge)
  const evidence = await readReport(locate(workspace(), undefined).rebase(getInput('evidence')), ports)
  // The artifacts are those of the run that made the evidence.
  await publish({ evidence }, forge, { ...context, ...(context.answers !== undefined && { url: context.answers }) })
  setOutput('verdict', worstVerdict(evidence.map(({ verdict }) => verdict)))
  setOutput('summary', oneLine(evidence, undefined))
  return 0
})
