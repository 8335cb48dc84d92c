import { V as VERDICT_SIGN, b as VERDICT_WORD } from './words.js';

const RULE_SIGN                             = { ...VERDICT_SIGN, waived: '🔵' };
const RULE_WORD                             = { ...VERDICT_WORD, waived: 'Waived' };

/** Rules that are no policy's own, and go by their titles. */
const OURS                    = ['materials', 'waivers', 'approvals', 'evidence', 'policy'];

/** The id of a rule where its title does not begin with it; none of rules that no policy wrote. */
const ruleId = ({ rule, title }             )                     =>
  OURS.includes(rule) || title.startsWith(`${rule} `) ? undefined : rule;

/** The order in which people want to read. */
const RULE_ORDER                        = ['failed', 'inconclusive', 'waived', 'passed'];

/** How a rule stands, and why, in parts: `Waived until 2026-12-31 by @acme/risk`, ` because …`. */
function ruleText({ status, reason, hint, unwaived, waivers = [] }             )           {
  if (status === 'waived') {
    const told = waivers.map(waiver => {
      const asked = waiver['requested-by'] === waiver.owner ? '' : `, asked for by ${waiver['requested-by']},`;
      return { head: `until ${waiver.expires} by ${waiver.owner}`, why: `${asked} because "${waiver.reason}"` }
    });
    // Several checks may be excepted by the same words.
    const [first, ...others] = new Map(told.map(text => [`${text.head}${text.why}`, text])).values();
    const more = others.map(({ head, why }) => `; ${head}${why}`).join('');
    return {
      head: `Waived ${first?.head ?? ''}`,
      why: `${first?.why ?? ''}${more}`,
      without: `Without it ${(unwaived ?? 'inconclusive').toLowerCase()}: ${reason}`,
    }
  }
  return { head: RULE_WORD[status], why: `: ${reason}`, ...(hint === undefined ? {} : { hint }) }
}

export { RULE_ORDER as R, RULE_SIGN as a, ruleId as b, ruleText as r };
