import type { ControlStatus } from '../core/controls/control-status.ts'
import { CHECK_RUN_PREFIX } from '../core/identifiers.ts'
import type { ChangesSince } from '../core/record/decision/changes-since.ts'
import type { Decision } from '../core/record/decision/decide.ts'
import type { LastSeen } from '../core/record/statement/certificate.ts'
import type { Chain } from '../core/record/statement/chain.ts'
import type { CheckRun } from '../ports.ts'
import { changesSinceBlock } from './changes-since.ts'
import { controlsBlock } from './controls/block.ts'
import { LIMITS } from './limits.ts'
import { code, escapeText, visible } from './markdown/escape.ts'
import { withinLimit } from './markdown/within-limit.ts'
import { nextStep } from './next-step.ts'
import { rulesBlocks } from './rules-blocks.ts'
import { VERDICT_SIGN } from './words.ts'

/** What a report says of a certification. */
export interface Recorded {
  readonly decision: Decision
  readonly model: {
    readonly name?: string | undefined
    readonly version?: string | undefined
    readonly id?: string | undefined
  }
  /** What is another than in the certificate that this one is to replace. */
  readonly since?: ChangesSince | undefined
  /** Path of the signed document, where one was written. */
  readonly path?: string | undefined
  /** End of the certificate's validity, ISO 8601. */
  readonly notAfter?: string | undefined
  /** The head of the log as it was last seen: whoever keeps the report can tell that the log was rewritten. */
  readonly log?: LastSeen | undefined
  /** What the signed document stands on, and where it stands; absent where nothing was signed. */
  readonly chain?: Chain | undefined
  /** How far the evidence goes for each control; absent where nothing was signed, or the catalogue could not be read. */
  readonly controls?: readonly ControlStatus[] | undefined
  /** Why nothing could be signed. */
  readonly problem?: { readonly message: string; readonly hint?: string | undefined } | undefined
}

/** `Certified until 2027-02-21: credit-default 1`, `Refused: …`, `Not signed: …`. */
export function recordLine({ decision, model, notAfter, problem }: Recorded): string {
  const name = [model.name, model.version].filter(part => part !== undefined).join(' ')
  const of = name === '' ? '' : `: ${name}`
  if (problem) return `Not signed${of}`
  if (decision.verdict === 'passed') {
    const waivers = decision.waivers.length
    const excepted = waivers === 0 ? '' : `, with ${waivers} ${waivers === 1 ? 'waiver' : 'waivers'}`
    return `Certified until ${(notAfter ?? '').slice(0, 10)}${excepted}${of}`
  }
  return `Refused, ${decision.verdict}${of}`
}

/** The certification's part of a comment or summary: rule by rule why, and what was signed. */
export function recordSection(recorded: Recorded, limit: number = LIMITS.section): string {
  const { decision, model, since, path, log, problem, controls } = recorded
  const sign = problem ? '🟡' : VERDICT_SIGN[decision.verdict]
  const blocks = [
    problem
      ? `${escapeText(problem.message)}${problem.hint === undefined ? '' : `  \n→ ${escapeText(problem.hint)}`}`
      : '',
    ...rulesBlocks(decision.rules),
    since ? changesSinceBlock(since) : '',
    decision.notes.map(note => `- ${escapeText(note)}`).join('\n'),
    [model.id === undefined ? '' : `Model id ${code(model.id)}`, path === undefined ? '' : `signed in ${code(path)}`]
      .filter(part => part !== '')
      .join(', '),
    nextStep(recorded),
    controls ? controlsBlock(controls) : '',
    log?.lastSeen === undefined
      ? ''
      : `Log ${code(log.origin)} as last seen: ${log.lastSeen.size} entries, root ${code(log.lastSeen.root)}`,
  ]
  return withinLimit(`### ${sign} audit-record · ${escapeText(recordLine(recorded))}`, blocks, limit)
}

/** The certification as a check run. */
export function recordCheckRun(recorded: Recorded): CheckRun {
  const certified = recorded.decision.verdict === 'passed' && recorded.problem === undefined
  return {
    name: `${CHECK_RUN_PREFIX}audit-record`,
    conclusion: certified ? 'success' : 'failure',
    title: visible(recordLine(recorded)).slice(0, LIMITS.checkRunTitle),
    summary: recordSection(recorded),
    annotations: [],
  }
}
