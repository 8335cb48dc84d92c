import { readFile } from 'node:fs/promises'
import { error, getMultilineInput, setOutput, setSecret, summary } from '@actions/core'
import { exitCode } from '../../src/commands/exit-code.ts'
import { readOnce } from '../../src/commands/log/read-once.ts'
import { promote } from '../../src/commands/promote.ts'
import type { PromotionWorld } from '../../src/commands/promotion/promotion-world.ts'
import { settingsHere } from '../../src/commands/settings-here.ts'
import { verify } from '../../src/commands/verify.ts'
import { compose, composeTargets, locate } from '../../src/compose.ts'
import { actionLog } from '../../src/github/action-log.ts'
import { readContext } from '../../src/github/context.ts'
import { refusePullRequestTarget } from '../../src/github/refuse-pull-request-target.ts'
import { promotionLine, promotionLines, promotionSummary } from '../../src/report/promotion.ts'
import { printLines } from '../../src/terminal/print-lines.ts'
import { atBoundary, workspace } from '../face.ts'
import { optional, required, trusting } from '../trusting.ts'

await atBoundary(async () => {
  refusePullRequestTarget(process.env.GITHUB_EVENT_NAME)
  const context = await readContext(process.env, path => readFile(path, 'utf8'))
  const place = locate(workspace(), optional('config'))
  const ports = compose(place.root, actionLog(), context)
  const token = optional('token')
  const logKey = optional('log-key') ?? process.env.PROOFMARK_LOG_KEY
  if (logKey !== undefined) setSecret(logKey)
  const { trust, recordLog: log } = await trusting(place, logKey, ports)
  const recordLog = log && readOnce(log)
  const name = optional('name')
  const world: PromotionWorld = {
    ports,
    target: await composeTargets(place.root, context, token).open(required('to')),
    verify: (request, shown) => verify({ ...request, key: trust, name, log: recordLog }, shown),
    recordLog,
    connections: (await settingsHere(place.config, ports))?.connections,
    by: process.env.GITHUB_ACTOR,
  }
  const promotion = await promote(
    {
      certificate: place.rebase(required('certificate')),
      model: [required('model'), ...getMultilineInput('model')].slice(1).map(place.rebase),
      from: optional('from'),
      reason: optional('reason'),
    },
    world,
  )
  printLines(process.stdout, promotionLines(promotion))
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(promotionSummary(promotion)).write()
  setOutput('verdict', promotion.verdict)
  setOutput('outcome', promotion.outcome)
  setOutput('summary', promotionLine(promotion))
  const there = ['promoted', 'already-there', 'not-logged'].includes(promotion.outcome)
  setOutput('model-id', there ? (promotion.pointer?.to?.id ?? '') : '')
  if (promotion.verdict !== 'passed') error(promotionLine(promotion))
  return exitCode(promotion.verdict, promotion.error === undefined ? [] : [promotion.error])
})
