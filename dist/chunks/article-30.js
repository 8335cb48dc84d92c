import { p as personalColumns, g as gateLine, c as checkLines, s as sheet, d as declared, t as toAdd, m as measured, l as limited, w as wasLookedFor, a as columnLines } from './sheet.js';

/** An entry for the record of processing activities (Art. 30(1) GDPR), as far as evidence and settings know it. */
function article30({ evidence, model, at }                )         {
  const read = evidence.flatMap(each => each.evidence ?? []);
  const certified = read.find(each => each.gate === 'model-certify');
  const card = certified?.gate === 'model-certify' ? certified.result?.card : undefined;
  const columns = personalColumns(read);
  const categories = [
    ...new Set(
      columns.map(({ kind, category }) => (kind === '–' ? 'classified by the contract' : `${kind} (${category})`)),
    ),
  ];
  const sources = read.flatMap(({ materials }) =>
    materials
      .filter(({ role }) => ['data', 'train', 'reference', 'current', 'predictions'].includes(role))
      .map(
        ({ name, role, rows, origin }) =>
          `${name} (${role}${rows === undefined ? '' : `, ${rows} rows`})${origin?.pinned === undefined ? '' : ` from ${origin.pinned}`}`,
      ),
  );
  const security = [
    ...gateLine(read, 'security-scan', 'Model files, dependencies and credentials scanned'),
    ...gateLine(read, 'data-validate', 'Data held against its contract'),
    ...checkLines(read, 'security-scan', ['tokens', 'k-anonymity', 'l-diversity']),
  ];
  const named = [model.name, model.version].filter(Boolean).join(' ');
  return sheet(
    `Record of processing: ${named === '' ? 'the model' : named.replace(/[^\p{L}\p{N} ._-]/gu, '·')}`,
    `Input for an entry under Art. 30(1) GDPR, ${at.slice(0, 10)}. It holds what a run measured and what the settings declare; whoever keeps the record completes it and answers for it.`,
    [
      [
        'Who and why',
        [
          declared(
            'Controller, and who answers for the model',
            [card?.owner, card?.contact].flatMap(said => said ?? []),
            'Name and contact of the controller, the representative and the data protection officer',
          ),
          declared(
            'Purposes',
            card?.['intended-use'],
            'What the data is processed for; model.card.intended-use says it',
          ),
          toAdd('Legal basis', 'Art. 6, and Art. 9(2) where special categories are processed'),
        ],
      ],
      [
        'Whose data, and which',
        [
          toAdd('Data subjects', 'Whom the data is about: customers, applicants, employees'),
          categories.length > 0
            ? measured('Categories of personal data', limited(categories))
            : wasLookedFor(read)
              ? measured('Categories of personal data', ['None was found in the tables that were looked through'])
              : toAdd(
                  'Categories of personal data',
                  'Not looked for: set security.sensitive-data: true, and run security-scan',
                ),
          ...(columns.length > 0 ? [measured('Columns', columnLines(columns))] : []),
          declared(
            'Where the data comes from',
            card?.['training-data'],
            'Where the data comes from; model.card.training-data says it',
          ),
          ...(sources.length > 0 ? [measured('Files that were read', limited([...new Set(sources)]))] : []),
        ],
      ],
      [
        'Recipients, transfers, times',
        [
          declared(
            'Recipients',
            card?.users,
            'To whom the data, or what the model says, is disclosed; model.card.users says who uses it',
          ),
          toAdd('Transfers to third countries', 'Which, and the safeguards of Art. 46'),
          toAdd('Time limits for erasure', 'How long each category is kept'),
        ],
      ],
      [
        'Security (Art. 32(1))',
        [
          security.length > 0
            ? measured('Measures that a run has tested', security)
            : toAdd('Measures', 'No gate has run'),
          toAdd('Further measures', 'Access, encryption where data lies and travels, recovery, training'),
        ],
      ],
    ],
  )
}

export { article30 };
