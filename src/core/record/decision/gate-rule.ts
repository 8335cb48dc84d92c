import { type Check, evidenceFile, type GateName, type Subject } from '../../evidence.ts'
import { type Verdict, verdictOf, worstVerdict } from '../../verdict.ts'
import { subjectDifference } from '../model/subject-difference.ts'
import type { RuleWaiver } from '../policy/rule-waiver.ts'
import { longest, toldRefused } from './apply-waiver.ts'
import { type EvidenceDocument, isReadable } from './evidence-document.ts'
import type { JudgedWaiver } from './judge-waivers.ts'
import type { RuleOutcome } from './rule-outcome.ts'

interface Fault {
  readonly status: Verdict
  readonly reason: string
  readonly hint: string
}

/** One gate's rule: its evidence is there, says what its own checks say, is about exactly these model files, and passed, but for checks that are waived. */
export function gateRule(
  gate: GateName,
  document: EvidenceDocument | undefined,
  subject: readonly Subject[],
  waivers: readonly JudgedWaiver[] = [],
): RuleOutcome {
  const title = `${gate} has to pass on this model`
  const checks = document && isReadable(document) ? document.evidence.checks : []
  const applied = waiversOf(gate, checks, waivers)
  const faults = faultsOf(gate, document, subject, applied, waivers)
  if (faults.length > 0)
    return {
      rule: gate,
      title,
      status: worstVerdict(faults.map(fault => fault.status)),
      reason: faults.map(fault => fault.reason).join('; '),
      hint: [...new Set(faults.map(fault => fault.hint))].join('. '),
    }
  const warned = checks.filter(check => check.status === 'warn').length
  const reason = `${count(checks.length - applied.size)} met the requirements${warned > 0 ? `, ${warned} of them with a warning` : ''}`
  if (applied.size === 0) return { rule: gate, title, status: 'passed', reason }
  const told = [...applied].map(([{ id, reason }]) => `${id}: ${reason}`)
  return {
    rule: gate,
    title,
    status: 'waived',
    unwaived: verdictOf(checks.map(check => check.status)),
    reason: `${reason}; ${count(applied.size)} did not (${told.join('; ')})`,
    waivers: [...applied.values()],
  }
}

/** Checks that did not pass, with the waivers that are in force for them. */
function waiversOf(
  gate: GateName,
  checks: readonly Check[],
  waivers: readonly JudgedWaiver[],
): ReadonlyMap<Check, RuleWaiver> {
  const found = checks.flatMap(check => {
    if (!isOpen(check)) return []
    const held = longest(waivers.filter(({ waiver }) => waiver.rule === `${gate}/${check.id}`))
    return held ? [[check, held.waiver] as const] : []
  })
  return new Map(found)
}

function faultsOf(
  gate: GateName,
  document: EvidenceDocument | undefined,
  subject: readonly Subject[],
  applied: ReadonlyMap<Check, RuleWaiver>,
  waivers: readonly JudgedWaiver[],
): Fault[] {
  const file = evidenceFile(gate)
  const rerun = `Run ${gate} again, with the same model files, into the folder audit-record reads`
  if (!document)
    return [
      { status: 'inconclusive', reason: `Expected ${file}, which the policy requires, but found none`, hint: rerun },
    ]
  if (!isReadable(document))
    return [
      {
        status: 'inconclusive',
        reason: `Expected ${file} to be evidence of ${gate} but ${document.unreadable}`,
        hint: rerun,
      },
    ]
  const { verdict, checks, subject: judged } = document.evidence
  const faults: Fault[] = []
  const recomputed = verdictOf(checks.map(check => check.status))
  if (recomputed !== verdict)
    faults.push({
      status: 'failed',
      reason: `Expected the verdict of ${file} to follow from its checks, which make it ${recomputed}, but found ${verdict}`,
      hint: `Find out who changed the file after ${gate} wrote it`,
    })
  if (judged.length === 0)
    faults.push({
      status: 'inconclusive',
      reason: `Expected ${file} to be about the model but it names no model file`,
      hint: `Give ${gate} the same 'model' as audit-record`,
    })
  else {
    const difference = subjectDifference(judged, subject)
    if (difference !== undefined)
      faults.push({
        status: 'failed',
        reason: `Expected ${file} to be about the model's files as they are, but ${difference}`,
        hint: rerun,
      })
  }
  const standing = verdictOf(checks.map(check => (applied.has(check) ? 'warn' : check.status)))
  if (standing !== 'passed') {
    const open = checks.filter(check => !applied.has(check))
    const refused = open
      .filter(isOpen)
      .flatMap(({ id }) => waivers.filter(({ waiver }) => waiver.rule === `${gate}/${id}`))
    faults.push({
      status: standing,
      reason: [
        `Expected ${gate} to have passed but it ${standing === 'failed' ? 'failed' : 'was inconclusive'}: ${because(open, standing)}`,
        ...refused.map(toldRefused),
      ].join('; '),
      hint: `See the checks in ${file}`,
    })
  }
  return faults
}

const isOpen = ({ status }: Check) => status === 'fail' || status === 'inconclusive'

function because(checks: readonly Check[], verdict: Verdict): string {
  const status = verdict === 'failed' ? 'fail' : 'inconclusive'
  const ids = checks.filter(check => check.status === status).map(check => check.id)
  if (ids.length === 0) return 'nothing was checked'
  const shown = ids.slice(0, 3).join(', ')
  return `${ids.length} of ${count(checks.length)} (${shown}${ids.length > 3 ? ', …' : ''})`
}

const count = (checks: number) => (checks === 1 ? '1 check' : `${checks} checks`)
