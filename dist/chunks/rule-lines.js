import { v as visible } from './escape.js';
import { r as ruleText, b as ruleId } from './rule-text.js';

const SIGN                             = { passed: '✔', failed: '✘', inconclusive: '?', waived: '~' };
const TONE = { passed: 'passed', failed: 'failed', inconclusive: 'inconclusive', waived: 'warn' };         

const named = (rule             ) => {
  const id = ruleId(rule);
  return id === undefined ? rule.title : `${rule.title} (${id})`
};

/** One rule of the policy on a terminal: what it asks for, how it stands and why, and what to do. */
function ruleLines(rule             )         {
  const { head, why, without, hint } = ruleText(rule);
  return [
    { tone: TONE[rule.status], text: `    ${SIGN[rule.status]} ${visible(named(rule))}` },
    { tone: 'plain', text: `      ${visible(`${head}${why}`)}` },
    ...(without === undefined ? [] : [{ tone: 'muted'         , text: `      ${visible(without)}` }]),
    ...(hint === undefined ? [] : [{ tone: 'plain'         , text: `      → ${visible(hint)}` }]),
  ]
}

export { ruleLines as r };
