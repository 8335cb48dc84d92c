import { v as visible, e as escapeText } from './escape.js';
import { t as table } from './table.js';
import { V as VERDICT_SIGN } from './words.js';

/** What a report says of a verification. */
                           
                                                           
                                 
 

const WORD                                      = {
  verified: 'Verified: the model is the one that was certified',
  refused: 'Refused: do not promote this model',
  unverifiable: 'Nothing could be verified: do not promote this model',
};
const TERMINAL_SIGN                          = { passed: '✔', failed: '✘', inconclusive: '?' };

/** The result in one line. */
const verificationLine = ({ outcome, steps }          )         => {
  const broken = steps.find(({ status }) => status !== 'passed');
  return broken ? `${WORD[outcome]}. ${visible(broken.reason)}` : WORD[outcome]
};

/** Each step, then the result, for a terminal. */
function verificationLines({ outcome, steps }          )         {
  const tone = outcome === 'verified' ? 'passed' : outcome === 'refused' ? 'failed' : 'inconclusive';
  return [
    ...steps.flatMap(({ title, status, reason, hint }) => [
      { tone: status, text: `${TERMINAL_SIGN[status]} ${title}` },
      { tone: 'muted'         , text: `    ${visible(reason)}` },
      ...(hint === undefined ? [] : [{ tone: 'plain'         , text: `    → ${visible(hint)}` }]),
    ]),
    { tone: 'plain', text: '' },
    { tone, text: WORD[outcome] },
  ]
}

/** The steps as Markdown, for a job summary. */
function verificationSummary(verified          )         {
  const rows = verified.steps.map(({ title, status, reason }) => [
    VERDICT_SIGN[status],
    escapeText(title),
    escapeText(reason),
  ]);
  return `### ${escapeText(WORD[verified.outcome])}\n\n${table(['Status', 'Step', 'Found'], rows)}\n`
}

export { verificationSummary as a, verificationLine as b, verificationLines as v };
