import { error, getInput, getMultilineInput, setOutput, summary } from '@actions/core'
import { enterReview } from '../../src/commands/enter-review.ts'
import { exitCode } from '../../src/commands/exit-code.ts'
import { settingsLog } from '../../src/commands/log/settings-log.ts'
import { policyInForce } from '../../src/commands/policy-in-force.ts'
import { review } from '../../src/commands/review.ts'
import { compose, locate } from '../../src/compose.ts'
import { UserError } from '../../src/core/user-error.ts'
import { actionLog } from '../../src/github/action-log.ts'
import { reviewLine, reviewLines, reviewSummary } from '../../src/report/review.ts'
import { printLines } from '../../src/terminal/print-lines.ts'
import { atBoundary, connectGithub, workspace } from '../face.ts'

await atBoundary(async () => {
  const issues = flag('issues')
  const releases = flag('releases')
  const onFailure = choice('on-failure', ['fail', 'report'])
  const { context, forge } = await connectGithub()
  const place = locate(workspace(), getInput('config') || undefined)
  const ports = compose(place.root, actionLog(), context, forge)
  const key = getInput('key')
  const inForce = await policyInForce(place.config, ports)
  const keyText = process.env.PROOFMARK_LOG_KEY
  const log = await settingsLog({ config: place.config, trusted: inForce.policy.trust?.log, keyText }, ports)
  const reviewed = await review(
    {
      ...inForce,
      log,
      files: getMultilineInput('certificates').map(place.rebase),
      releases,
      key: key === '' ? undefined : place.rebase(key),
      issues,
    },
    ports,
  )
  if (log && keyText) await enterReview(reviewed, log, ports)
  printLines(process.stdout, reviewLines(reviewed))
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(reviewSummary(reviewed)).write()
  setOutput('verdict', reviewed.verdict)
  setOutput('summary', reviewLine(reviewed))
  setOutput('due', reviewed.ended.length + reviewed.ending.length)
  if (reviewed.verdict === 'passed' || onFailure === 'report') return 0
  error(reviewLine(reviewed))
  return exitCode(reviewed.verdict, [])
})

function flag(name: string): boolean {
  return choice(name, ['true', 'false']) === 'true'
}

function choice<Word extends string>(name: string, words: readonly [Word, ...Word[]]): Word {
  const given = getInput(name) || words[0]
  const found = words.find(word => word === given)
  if (found !== undefined) return found
  throw new UserError('inputs.invalid', `Expected input '${name}' to be ${words.join(' or ')} but found '${given}'`)
}
