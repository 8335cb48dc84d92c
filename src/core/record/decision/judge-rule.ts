import { counted, listed } from '../../model/format.ts'
import { type Verdict, verdictOf, worstVerdict } from '../../verdict.ts'
import { grouped } from '../../wording/grouped.ts'
import type { PolicyRule } from '../policy/policy-rule.ts'
import { type Requirement, requirementOf } from '../policy/requirement.ts'
import { ruleTitle } from '../policy/rule-words.ts'
import { type EvidenceDocument, isReadable } from './evidence-document.ts'
import { evidenceFault } from './evidence-fault.ts'
import type { Fact } from './facts/fact.ts'
import { factName } from './facts/fact-name.ts'
import { factsOf } from './facts/facts-of.ts'
import { selectFacts } from './facts/select-facts.ts'
import { judgeFact } from './judge-fact.ts'
import type { RuleOutcome } from './rule-outcome.ts'
import { type Answer, tellAnswers } from './tell-answers.ts'

/** Values that an outcome lists. */
const LISTED = 20
const WORST: readonly Verdict[] = ['failed', 'inconclusive', 'passed']

/** Decides one rule of the policy by the evidence of its gate. Deny by default: what is missing, stale, no number or unreadable never passes. */
export function judgeRule(rule: PolicyRule, document: EvidenceDocument | undefined, at: Date): RuleOutcome {
  const { id, gate } = rule
  const head = { rule: id, title: ruleTitle(rule) }
  const rerun = `Run ${gate} again, with the same model files, into the folder audit-record reads`
  const fault = evidenceFault(gate, document, rule['max-age-days'], at)
  if (fault !== undefined || !document || !isReadable(document))
    return { ...head, status: 'inconclusive', reason: fault ?? `Expected evidence of ${gate}`, hint: rerun }
  const { evidence } = document
  if (rule.check === undefined && rule.metric === undefined) {
    const status = verdictOf(evidence.checks.map(check => check.status))
    const reason = `${counted(evidence.checks.length, 'check')}, finished on ${evidence.run.finishedAt.slice(0, 16).replace('T', ' ')} UTC`
    return {
      ...head,
      status,
      reason:
        status === 'passed'
          ? reason
          : `Expected ${gate} to have passed but it ${status === 'failed' ? 'failed' : 'was inconclusive'}`,
    }
  }
  const { facts, absent } = selectFacts(rule, factsOf(evidence))
  const requirement = requirementOf(rule)
  const answers = facts
    .map(fact => (requirement ? measuredAnswer(rule, requirement, fact) : checkAnswer(rule, fact)))
    .toSorted(
      (a, b) => WORST.indexOf(a.status) - WORST.indexOf(b.status) || slack(a, requirement) - slack(b, requirement),
    )
  const statuses = [...answers.map(({ status }) => status), ...absent.map(() => 'inconclusive' as const)]
  const status = worstVerdict(statuses)
  const hint =
    answers.find(answer => answer.hint !== undefined)?.hint ??
    (absent.length > 0 ? HINT_ABSENT : status === 'failed' ? HINT_FAILED : undefined)
  return {
    ...head,
    status,
    reason: [
      ...(answers.length > 0 ? [tellAnswers(answers, requirement)] : []),
      ...(absent.length > 0 ? [`Expected it in the evidence of ${gate} but found no ${listed(absent, 4)}`] : []),
    ].join('; '),
    ...(hint === undefined ? {} : { hint }),
    ...(requirement ? { required: requirement, measured: answers.slice(0, LISTED).map(measureOf) } : {}),
  }
}

const HINT_FAILED =
  'Improve the model; where it may stand as it is, the owner of the policy can waive the rule for this model'

const HINT_ABSENT =
  'Have the gate measure it, or have the owner of the policy mend the rule: names are compared as a whole'

/** How far a value is on the right side of the limit, by the end of the interval that is compared. */
function slack({ fact: { value, interval } }: Answer, requirement: Requirement | undefined): number {
  if (!requirement || typeof value !== 'number') return 0
  const { comparator, value: limit, bound } = requirement
  const end = bound === 'point' || !interval ? value : interval[bound === 'lower' ? 0 : 1]
  return comparator.startsWith('>') ? end - limit : limit - end
}

function measuredAnswer(rule: PolicyRule, requirement: Requirement, fact: Fact): Answer {
  return {
    of: factName(fact),
    fact,
    ...judgeFact(fact, requirement, { minRows: rule['min-rows'], minLevel: rule['min-level'] }),
  }
}

function checkAnswer(rule: PolicyRule, fact: Fact): Answer {
  const minRows = rule['min-rows']
  const { status: answer, n } = fact
  const status = verdictOf(answer === undefined ? [] : [answer])
  const few = minRows !== undefined && !(n !== undefined && n >= minRows)
  if (few && status === 'passed')
    return {
      of: factName(fact),
      fact,
      status: 'inconclusive',
      found: `rests on ${n === undefined ? 'an unknown number of' : grouped(n)} rows, of at least ${grouped(minRows)}`,
    }
  const word = { passed: 'passed', failed: 'failed', inconclusive: 'was inconclusive' }[status]
  return { of: factName(fact), fact, status, found: answer === 'warn' ? `${word} with a warning` : word }
}

function measureOf({ of, status, fact: { value, interval, level, n } }: Answer) {
  return {
    of,
    status,
    value: value ?? null,
    ...(interval && { interval: [...interval] as [number, number] }),
    ...(level !== undefined && { level }),
    ...(n !== undefined && { n }),
  }
}
