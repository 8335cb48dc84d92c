import { p as personalColumns, s as sheet, d as declared, w as wasLookedFor, a as columnLines, m as measured, t as toAdd, c as checkLines, g as gateLine, l as limited } from './sheet.js';

const PARITIES = ['fair', 'impact-ratio', 'equal-opportunity', 'equalized-odds', 'predictive-parity', 'weak-segments'];

/** What evidence and settings know for a data protection impact assessment (Art. 35(7) GDPR). */
function dpia({ evidence, model, at }                )         {
  const read = evidence.flatMap(each => each.evidence ?? []);
  const certified = read.find(each => each.gate === 'model-certify');
  const card = certified?.gate === 'model-certify' ? certified.result?.card : undefined;
  const columns = personalColumns(read);
  const special = columns.filter(({ category }) => category.includes('Art. '));
  const found = (field        , lines                   , ask        )           =>
    lines.length > 0 ? measured(field, limited(lines)) : toAdd(field, ask);
  const named = [model.name, model.version].filter(Boolean).join(' ');
  return sheet(
    `Input for an impact assessment: ${named === '' ? 'the model' : named.replace(/[^\p{L}\p{N} ._-]/gu, '·')}`,
    `Input for an assessment under Art. 35(7) GDPR, ${at.slice(0, 10)}. It holds what a run measured and what the settings declare. The assessment itself, and whether one is needed, is for people.`,
    [
      [
        'a) What is done, and for what',
        [
          declared('Description', card?.description, 'What the processing is; model.card.description says it'),
          declared('Purposes', card?.['intended-use'], 'model.card.intended-use says it'),
          declared('What it must not be used for', card?.['out-of-scope'], 'model.card.out-of-scope says it'),
          found(
            'Personal data',
            columnLines(columns),
            wasLookedFor(read)
              ? 'None was found in the tables that were looked through: confirm'
              : 'Not looked for: set security.sensitive-data: true',
          ),
          ...(special.length > 0 ? [measured('Of it, with special protection', columnLines(special))] : []),
        ],
      ],
      [
        'b) Whether it is necessary and proportionate',
        [
          toAdd('Necessity', 'Why the purpose cannot be reached with less data, or without a model'),
          found(
            'Whether the model is better than a simple guess',
            checkLines(read, 'model-certify', ['naive-baseline', 'floor']),
            'model-certify has not measured it',
          ),
          toAdd('Rights of the people concerned', 'How they are informed, and how they can object'),
        ],
      ],
      [
        'c) Risks for people',
        [
          found(
            'How easily people can be told apart',
            checkLines(read, 'security-scan', ['k-anonymity', 'l-diversity']),
            'Not measured: set security.quasi-identifiers',
          ),
          found(
            'Differences between groups',
            checkLines(read, 'model-certify', PARITIES),
            'Not measured: add a claim such as "impact ratio by sex >= 0.8"',
          ),
          found(
            'Wrong or old data',
            gateLine(read, 'data-validate', 'Data held against its contract'),
            'data-validate has not run',
          ),
          found(
            'How stable decisions are',
            checkLines(read, 'model-certify', ['robustness', 'determinism', 'calibrated']),
            'Not measured: see certify.repeat and certify.perturbed',
          ),
          declared('Known limits', card?.limitations, 'model.card.limitations says where it fails'),
          declared('Whom it may harm', card?.['ethical-considerations'], 'model.card.ethical-considerations says it'),
          toAdd('How likely and how severe each risk is', 'Judge each of the above'),
        ],
      ],
      [
        'd) Measures against them',
        [
          found(
            'Pseudonymisation',
            checkLines(read, 'security-scan', ['tokens']),
            'No column is declared pseudonymised in the contract',
          ),
          found(
            'Security',
            gateLine(read, 'security-scan', 'Model files, dependencies and credentials scanned'),
            'security-scan has not run',
          ),
          found(
            'Watch in production',
            gateLine(read, 'drift-compare', 'Production held against the reference'),
            'drift-compare has not run',
          ),
          toAdd('Further measures, and what risk is left', 'Who decides, who oversees, who is asked (Art. 36)'),
        ],
      ],
    ],
  )
}

export { dpia };
