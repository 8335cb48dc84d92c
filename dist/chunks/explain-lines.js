import { v as visible } from './escape.js';

/** Columns of a terminal that text is broken for. */
const WIDTH = 100;
const INDENT = 12;

                
                                               
                                                                                
 

/** An explanation as lines of text: what it means, how it is computed, where that is from, what to do; and how it stands here. */
function explainLines({ explanations, standing }      )         {
  return [
    ...explanations.flatMap((one, index)         => [
      ...(index === 0 ? [] : [{ tone: 'plain'         , text: '' }]),
      { tone: 'strong', text: visible(`${one.id}: ${one.title}`) },
      { tone: 'muted', text: visible(whatOf(one)) },
      ...paragraph('means', one.means),
      ...paragraph('computed', one.computed),
      ...paragraph('source', one.source),
      ...paragraph('to mend', one.remedy),
    ]),
    ...standing.flatMap(({ gate, check })         => [
      { tone: 'plain', text: '' },
      { tone: check.status, text: visible(`here        ${check.status} in ${gate}: ${check.title}`) },
      ...paragraph('', check.reason),
      ...(check.hint === undefined ? [] : paragraph('', `→ ${check.hint}`)),
    ]),
  ]
}

/** `metric (binary) of model-certify`. */
const whatOf = ({ kind, gate, of }             )         =>
  `${kind}${of === undefined ? '' : ` (${of})`}${gate === undefined ? '' : ` of ${gate}`}`;

function paragraph(name        , text        )         {
  const lines           = [];
  for (const word of visible(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH - INDENT) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line, index) => ({
    tone: 'plain',
    text: `${(index === 0 ? name : '').padEnd(INDENT)}${line}`,
  }))
}

export { explainLines, whatOf };
