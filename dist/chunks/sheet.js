import { t as topicOf } from './topic-of.js';
import { e as escapeText } from './escape.js';
import { t as table } from './table.js';

/** Lines that a field holds at most. */
const SHOWN = 40;

/** What a gate found, in a line; none where it did not run. */
const gateLine = (evidence                     , gate          , what        )           => {
  const found = evidence.find(each => each.gate === gate);
  return found ? [`${what}: ${gate} ${found.verdict}, ${found.run.finishedAt.slice(0, 10)}`] : []
};

/** Checks of a gate about some topics, each with what was found. */
function checkLines(evidence                     , gate          , topics                   )           {
  const checks          = evidence
    .filter(each => each.gate === gate)
    .flatMap(each => each.checks.filter(({ id }) => topics.includes(topicOf(gate, id))));
  return limited(checks.map(({ title, status, reason }) => `${title}: ${status}. ${reason}`))
}

const columnLines = (columns                           )           =>
  limited(
    columns.map(
      ({ file, column, kind, category, classification }) =>
        `${column} (${file}): ${kind === '–' ? 'classified by the contract' : `${kind}, ${category}; contract: ${classification}`}`,
    ),
  );

const limited = (lines                   )           =>
  lines.length > SHOWN ? [...lines.slice(0, SHOWN), `and ${lines.length - SHOWN} more`] : [...lines];

/** A column that seems to hold personal data, or that the contract classifies. */
                                 
                       
                         
                                                                               
                       
                                                                         
                           
                                                    
                                 
 

const CATEGORY                         = {
  special: 'special category (Art. 9)',
  offence: 'criminal convictions (Art. 10)',
  'national-id': 'national identity number (Art. 87)',
};

/** Columns with personal data, as the scan found them and the contract classifies them. */
function personalColumns(evidence                     )                   {
  const found = evidence.flatMap(each =>
    each.gate === 'security-scan'
      ? (each.result?.tables ?? []).flatMap(({ file, sensitive }) =>
          sensitive.map(({ name, kind, category, classification }) => ({
            file,
            column: name,
            kind,
            category: CATEGORY[category] ?? category,
            classification: classification ?? '–',
          })),
        )
      : [],
  );
  const classified = evidence.flatMap(each =>
    each.gate === 'data-validate'
      ? (each.result?.files ?? []).flatMap(({ file, columns }) =>
          columns.flatMap(({ column, sensitive }) =>
            sensitive && !found.some(one => one.file === file && one.column === column)
              ? [{ file, column, kind: '–', category: '–', classification: 'classified' }]
              : [],
          ),
        )
      : [],
  );
  return [...found, ...classified]
}

/** Whether tables were looked through for personal data. */
const wasLookedFor = (evidence                     )          =>
  evidence.some(each => each.gate === 'security-scan' && each.result?.tables !== undefined);

/** Where an entry of a sheet comes from: what was `measured`, what the settings `declare`, or what somebody has `to add`. */
                           
                        
                                                     
                       
                                   
 

const measured = (field        , lines                   )           => ({ field, source: 'measured', lines });

/** What the settings declare; to be added, where they do not. */
const declared = (field        , said                                        , ask        )           =>
  said === undefined || said.length === 0
    ? toAdd(field, ask)
    : { field, source: 'declared', lines: typeof said === 'string' ? [said] : said };

const toAdd = (field        , ask        )           => ({ field, source: 'to add', lines: [ask] });

/** A sheet as Markdown: what is still to be added stands out. */
function sheet(
  title        ,
  intro        ,
  sections                                                     ,
)         {
  const open = sections.flatMap(([, rows]) => rows).filter(({ source }) => source === 'to add').length;
  const parts = [
    `# ${title}`,
    intro,
    `**${open} ${open === 1 ? 'field is' : 'fields are'} still to be added.** Each field says where it comes from: _measured_ by a run, _declared_ in proofmark.yml, or _to add_.`,
    ...sections.map(
      ([heading, rows]) =>
        `## ${heading}\n\n${table(
          ['Field', 'From', ''],
          rows.map(({ field, source, lines }) => [
            escapeText(field),
            source === 'to add' ? '⚠️ **to add**' : `_${source}_`,
            lines
              .map(line => (source === 'to add' ? `_${escapeText(line, 1000)}_` : escapeText(line, 1000)))
              .join('<br>'),
          ]),
        )}`,
    ),
  ];
  return `${parts.join('\n\n')}\n`
}

export { columnLines as a, checkLines as c, declared as d, gateLine as g, limited as l, measured as m, personalColumns as p, sheet as s, toAdd as t, wasLookedFor as w };
