import { readFile } from 'node:fs/promises'
import { error, getMultilineInput, setOutput, summary } from '@actions/core'
import { exitCode } from '../../src/commands/exit-code.ts'
import { verify } from '../../src/commands/verify.ts'
import { compose, locate } from '../../src/compose.ts'
import { actionLog } from '../../src/github/action-log.ts'
import { readContext } from '../../src/github/context.ts'
import { refusePullRequestTarget } from '../../src/github/refuse-pull-request-target.ts'
import { verificationLine, verificationLines, verificationSummary } from '../../src/report/verification.ts'
import { printLines } from '../../src/terminal/print-lines.ts'
import { atBoundary, workspace } from '../face.ts'
import { optional, required, trusting } from '../trusting.ts'

await atBoundary(async () => {
  refusePullRequestTarget(process.env.GITHUB_EVENT_NAME)
  const place = locate(workspace(), optional('config'))
  const context = await readContext(process.env, path => readFile(path, 'utf8'))
  const ports = compose(place.root, actionLog(), context)
  const { trust, recordLog } = await trusting(place, undefined, ports)
  const proof = optional('proof')
  const options = {
    certificate: place.rebase(required('certificate')),
    key: trust,
    model: [required('model'), ...getMultilineInput('model')].slice(1).map(place.rebase),
    name: optional('name'),
    proof: proof === undefined ? undefined : place.rebase(proof),
    log: recordLog,
  }
  const verification = await verify(options, ports)
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
