import { _ as _enum } from './schemas2.js';

/** Outcome of one check. `inconclusive`: we cannot tell; it never counts as passed. */
const Status = _enum(['pass', 'warn', 'fail', 'inconclusive']);
                                           

/** Outcome of a gate or a certification. */
const Verdict = _enum(['passed', 'failed', 'inconclusive']);
                                             

/** The worst status decides, fail > inconclusive > warn > pass; warn passes. Nothing checked is inconclusive, never passed. */
function verdictOf(statuses                   )          {
  if (statuses.includes('fail')) return 'failed'
  if (statuses.length === 0 || statuses.includes('inconclusive')) return 'inconclusive'
  return 'passed'
}

/** The worst of several verdicts; of none, inconclusive. */
function worstVerdict(verdicts                    )          {
  if (verdicts.includes('failed')) return 'failed'
  if (verdicts.length === 0 || verdicts.includes('inconclusive')) return 'inconclusive'
  return 'passed'
}

export { Status as S, Verdict as V, verdictOf as v, worstVerdict as w };
