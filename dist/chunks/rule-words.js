import { c as counted, f as formatNumber } from './format2.js';

/** What a rule requires of each value that it is about. */
                              
                                                   
                        
                                                  
                                         
 

/** Undefined where the rule asks for a check or a gate to have passed. The usual bound is the end at which the model must prove it. */
function requirementOf({ comparator, threshold, bound }            )                          {
  if (comparator === undefined || threshold === undefined) return undefined
  return { comparator, value: threshold, bound: bound ?? strictBound(comparator) }
}

/** The end of an interval at which a comparison is hardest to meet. */
const strictBound = (comparator                           )                    =>
  comparator === '>=' || comparator === '>' ? 'lower' : 'upper';

const COMPARATOR_WORD                                            = {
  '>=': 'at least',
  '>': 'more than',
  '<=': 'at most',
  '<': 'less than',
};

/** The rule in a few words: `auc on every slice at least 0.8`. */
function ruleTitle(rule            )         {
  const requirement = requirementOf(rule);
  if (!requirement) return rule.check === undefined ? `${rule.gate} passed` : `${rule.gate}: ${rule.check} passed`
  return `${rule.gate}: ${aboutOf(rule)}${whereOf(rule)} ${COMPARATOR_WORD[requirement.comparator]} ${requirement.value}`
}

/** The rule as sentences that somebody can sign. */
function ruleSentence(rule            )         {
  const age = rule['max-age-days'];
  const fresh =
    age === undefined ? '' : ` The gate must have finished at most ${counted(age, 'day')} before the decision.`;
  const rows = rule['min-rows'];
  const enough = rows === undefined ? '' : ` Each value must rest on at least ${counted(rows, 'row')}.`;
  const level = rule['min-level'];
  const sure = level === undefined ? '' : ` The interval must be one of at least ${formatNumber(level * 100)} %.`;
  return `${mainSentence(rule)}${enough}${sure}${fresh}`
}

function mainSentence(rule            )         {
  const requirement = requirementOf(rule);
  if (!requirement)
    return rule.check === undefined
      ? `Every check of ${rule.gate} must have passed.`
      : `The check ${rule.check} of ${rule.gate} must have passed.`
  const { comparator, value, bound } = requirement;
  const limit = `${COMPARATOR_WORD[comparator]} ${value}`;
  const of = `${rule.check === undefined ? '' : 'what the check '}${aboutOf(rule)}${rule.check === undefined ? '' : ' measured'}${whereOf(rule)}, by ${rule.gate},`;
  if (bound === 'point') return `The value of ${of} must be ${limit}; how sure it is does not count.`
  const burden =
    bound === strictBound(comparator)
      ? 'the model must prove it'
      : 'it is refused only where it is proven not to be: the model has the benefit of the doubt';
  return `The ${bound} end of the confidence interval of ${of} must be ${limit}: ${burden}.`
}

const aboutOf = ({ check, metric }            ) => check ?? metric ?? '';

function whereOf({ slice, by, feature }            )         {
  const made = by === undefined ? '' : ` by ${by}`;
  if (slice !== undefined) return slice === '*' ? ` on every slice${made}` : ` on ${slice}${made}`
  if (feature !== undefined) return feature === '*' ? ' of every column' : ` of ${feature}`
  return ''
}

export { COMPARATOR_WORD as C, requirementOf as a, ruleSentence as b, ruleTitle as r, strictBound as s };
