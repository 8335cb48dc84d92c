import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { resolve, basename, dirname, join, relative, sep } from 'node:path';
import { c as counted, f as formatNumber } from './format2.js';
import { r as rankByName, f as fileWords, n as nameWords, a as folderWords } from './name-words.js';
import { s as sameHeader, i as identifiers, a as isShare, M as MOST_ROWS, k as keyColumn, b as isPersonal, p as profileTable } from './personal-data.js';
import { l as locateChecks, n as namesOf, E as evaluate, K as auc, L as accuracy } from './index10.js';
import { t as textBatch } from './text-batch.js';
import { r as requireColumns, h as rowsJob, j as checkPredictions, k as assembleRows, s as scoresOf$1, n as binaryReading } from './binary.js';
import { k as keptRows } from './kept-rows.js';
import { p as pairPredictions } from './pair-predictions.js';
import { G as GATES } from './evidence.js';
import { U as UserError } from './user-error.js';
import { c as compose } from './compose.js';
import { e as environmentContext } from './context.js';
import { v as visible } from './escape.js';
import { p as printLines } from './print-lines.js';
import { t as terminalLog } from './terminal-log.js';
import { p as parseFlags } from './parse-flags.js';

/** Which table is the model under certification, which the one in production. */
                                    
                                 
                                     
                                                 
                                             
 

/** What the model in production is called. */
const CHAMPIONS = ['champion', 'baseline', 'prod', 'production', 'current', 'incumbent', 'deployed', 'live'];
/** What the candidate is called. */
const CHALLENGERS = ['challenger', 'candidate', 'new', 'latest'];

/** The champion by its name; the model by its name, by sharing a word of it with a model file, or as the first that is left. */
function choosePredictions(
  found                            ,
  modelFiles                   ,
)                                {
  const isChampion = ({ table }                 ) => Number.isFinite(rankByName(table.path, CHAMPIONS));
  const rank = (candidate                 ) => {
    if (isChampion(candidate)) return 3
    if (Number.isFinite(rankByName(candidate.table.path, CHALLENGERS))) return 0
    return modelFiles.some(file => ownWords(candidate, found).some(word => fileWords(file).includes(word))) ? 1 : 2
  };
  const [model, ...rest] = found.toSorted((a, b) => rank(a) - rank(b));
  if (!model) return undefined
  const alike = rest.filter(
    other => other.id === model.id && other.score === model.score && other.labels[0] === model.labels[0],
  );
  const champion = alike
    .filter(other => isChampion(other) && !isChampion(model))
    .toSorted((a, b) => rankByName(a.table.path, CHAMPIONS) - rankByName(b.table.path, CHAMPIONS))[0];
  return { model, ...(champion && { champion }), others: rest.filter(other => other !== champion) }
}

/** Words of a table's file name that not every table of predictions has in its own. */
function ownWords({ table }                 , all                            )           {
  const others = all.filter(other => other.table !== table);
  return fileWords(table.path).filter(
    word =>
      !/^\d+$/.test(word) && (others.length === 0 || others.some(other => !fileWords(other.table.path).includes(word))),
  )
}

/** The files of the model under certification, and those of other models. */
                              
                                      
                                       
 

/**
 * All model files but those named for another model: for the champion, or for predictions of another. Rather one too many: a file
 * that is left out is not certified.
 */
function chooseModel(
  found                      ,
  predictions                               ,
)                          {
  const files = outermost(found);
  if (files.length === 0) return undefined
  const { model, champion, others = [] } = predictions ?? {};
  const all = [...(model ? [model] : []), ...(champion ? [champion] : []), ...others];
  const own = new Set(model && ownWords(model, all));
  const foreign = all.filter(table => table !== model).flatMap(table => ownWords(table, all));
  const isOther = ({ path }           ) => {
    const words = fileWords(path);
    if (words.some(word => own.has(word))) return false
    return words.some(word => foreign.includes(word)) || Number.isFinite(rankByName(path, CHAMPIONS))
  };
  const kept = files.filter(file => !isOther(file));
  return kept.length === 0 ? { files, others: [] } : { files: kept, others: files.filter(isOther) }
}

/** Files inside a model that is a folder are named by the folder. */
function outermost(found                      )              {
  const unique = found.filter((file, i) => found.findIndex(({ path }) => path === file.path) === i);
  return unique.filter(({ path }) => !unique.some(other => path.startsWith(`${other.path}/`)))
}

/** Two tables of one header, of which the names say that the model was built on one and meets the other. */
                                   
                                  
                                
                                                       
                                          
                                                                                                                              
                                    
 

const REFERENCES = ['train', 'training', 'reference', 'ref', 'baseline', 'fit'];
const CURRENTS = [
  'current',
  'live',
  'serving',
  'production',
  'prod',
  'recent',
  'latest',
  'holdout',
  'test',
  'validation',
  'valid',
  'val',
  'eval',
];

/** Whether a file is named for one side of a comparison. */
const isPart = ({ path }              )          =>
  Number.isFinite(rankByName(path, [...REFERENCES, ...CURRENTS]));

/** The best named pair; of several, the one with the most columns. */
function findComparison(tables                         )                               {
  const pairs = byRank(tables, REFERENCES).flatMap(reference => {
    const [current, ...others] = byRank(tables, CURRENTS).filter(
      other => other !== reference && sameHeader(other, reference) && !isNamed$1(other, REFERENCES),
    );
    return current ? [{ reference, current, others }] : []
  });
  const [best] = pairs.toSorted((a, b) => b.reference.columns.length - a.reference.columns.length);
  return best && { ...best, ignore: toIgnore(best.reference, best.current) }
}

function toIgnore(reference              , current              )           {
  const differing = new Set([...identifiers(reference), ...identifiers(current)].map(({ name }) => name));
  return reference.columns
    .filter(({ name, kind }, i) => {
      const kinds = [kind, current.columns[i]?.kind];
      return differing.has(name) || kind === 'date' || kind === 'timestamp' || kinds.includes('empty')
    })
    .map(({ name }) => name)
}

const isNamed$1 = ({ path }              , words                   )          => Number.isFinite(rankByName(path, words));

const byRank = (tables                         , words                   )                 =>
  tables
    .filter(table => isNamed$1(table, words))
    .toSorted((a, b) => rankByName(a.path, words) - rankByName(b.path, words));

/** The table that a contract is worth most for: whole rather than a part, of the header the model was built on, the largest. */
function findData(
  tables                         ,
  comparison                              ,
)                           {
  const rank = (table              ) =>
    (isPart(table) ? 2 : 0) + (comparison && !sameHeader(table, comparison.reference) ? 1 : 0);
  const [best] = tables
    .filter(({ rows }) => rows > 0)
    .toSorted((a, b) => rank(a) - rank(b) || b.rows - a.rows || b.columns.length - a.columns.length);
  return best
}

/** A table that holds a model's row-level predictions. */
                                  
                              
                     
                        
                                                                   
                                                 
 

const SCORES = [
  'p',
  'prob',
  'probs',
  'proba',
  'probability',
  'score',
  'scores',
  'pd',
  'risk',
  'likelihood',
  'propensity',
  'confidence',
];
const PREDICTED = [
  'pred',
  'preds',
  'prediction',
  'predictions',
  'predicted',
  'yhat',
  'hat',
  'decision',
  'forecast',
  'estimate',
];
const TRUTHS = [
  'label',
  'target',
  'truth',
  'true',
  'actual',
  'y',
  'outcome',
  'observed',
  'class',
  'status',
  'response',
  'default',
  'churn',
  'fraud',
];
const FILES = [...PREDICTED, ...SCORES, 'scored', 'scoring', 'inference', 'output', 'outputs', 'evaluation', 'eval'];

/** A table of predictions has few columns … */
const FEW_COLUMNS = 8;
/** … and with this many it can hardly be anything else. */
const BARE_COLUMNS = 3;

/** The table as predictions, where it has what it takes: an identifier, a label of two values, and a score from 0 to 1. */
function asPredictions(table              )                              {
  const [label, ...otherLabels] = labelsOf(table);
  const score = scoresOf(table)[0];
  const id = identifiers(table).find(({ name }) => name !== label && name !== score?.name);
  if (label === undefined || !score || !id) return undefined
  const namedScore = isNamed(nameWords(score.name), [...SCORES, ...PREDICTED]);
  const namedFile = isNamed([...fileWords(table.path), ...folderWords(table.path)], FILES);
  const { length } = table.columns;
  const is = length <= BARE_COLUMNS || (length <= FEW_COLUMNS ? namedScore || namedFile : namedScore && namedFile);
  return is ? { table, id: id.name, score: score.name, labels: [label, ...otherLabels] } : undefined
}

/** Columns of exactly two values, those named for the truth first, those named for a prediction last. */
function labelsOf({ columns }              )           {
  const rank = (name        ) => {
    const words = nameWords(name);
    if (isNamed(words, PREDICTED)) return 2
    return isNamed(words, TRUTHS) ? 0 : 1
  };
  return columns
    .filter(({ nulls, values }) => nulls === 0 && values?.size === 2)
    .map(({ name }) => name)
    .toSorted((a, b) => rank(a) - rank(b))
}

/** Columns of fractions from 0 to 1; those named for the rarer class come first (`p_bad` before `p_good`), then those named for a score. */
function scoresOf(table              )                  {
  const [label] = labelsOf(table);
  const counts = [...(table.columns.find(({ name }) => name === label)?.values ?? [])].toSorted((a, b) => a[1] - b[1]);
  const rarer = counts.length === 2 && counts[0]?.[1] !== counts[1]?.[1] ? nameWords(counts[0]?.[0] ?? '').join() : '';
  const rank = ({ name }               ) => {
    const words = nameWords(name);
    const named = isNamed(words, SCORES) ? 2 : isNamed(words, PREDICTED) ? 1 : 0;
    return named + (rarer !== '' && words.includes(rarer) ? 4 : 0)
  };
  return table.columns
    .filter(column => column.nulls === 0 && column.kind === 'number' && isShare(column) && column.values?.size !== 2)
    .toSorted((a, b) => rank(b) - rank(a))
}

const isNamed = (words                   , names                   )          =>
  words.some(word => names.includes(word));

/** Takes rows in file order, in batches. */
                                      
                                      
                                
 

/** Begins to read a file of predictions of which all rows are at hand; throws a `UserError` where a column is missing. Faults of rows become checks. */
function collectPredictions(source                  )                      {
  requireColumns(source);
  const measure = keptRows(rowsJob(source), source.header);
  const state = measure.init();
  const byLine = new Map                  ();
  return {
    add(rows) {
      for (const row of rows) byLine.set(row.line, row);
      measure.add(state, textBatch(rows));
    },
    finish() {
      const collected = checkPredictions(source, assembleRows(state, source));
      const show = (_                  , line        ) => byLine.get(line) ?? { line, cells: [] };
      return { ...collected, checks: locateChecks(collected.checks, show) }
    },
  }
}

/** What the rows of the predictions say beyond the columns. */
                                    
                        
                                                                     
                           
                           
                                                                          
                            
                                                                   
                                
 

/** The threshold that the settings have by default. */
const THRESHOLD = 0.5;

/** Reads the model's predictions, and the champion's; undefined where a row is unsound. */
async function judgePredictions(
  { model, champion }                   ,
  open                                 ,
)                                         {
  const candidates = await read(model, model.labels, open);
  const own = candidates.find(candidate => !isSeparated(candidate.scores)) ?? candidates[0];
  if (!own) return undefined
  const { label, positive } = own;
  const [its] = champion ? await read(champion, [label], open) : [];
  const paired = its && pairPredictions(own.predictions, its.predictions).rows;
  const turned = mean(own.scores.positives) < mean(own.scores.negatives);
  const turn = (scores        )         =>
    turned ? { positives: scores.negatives, negatives: scores.positives } : scores;
  const scores = turn(own.scores);
  const negative = namesOf(own.predictions.rows, 'label').names.find(name => name !== positive) ?? '';
  return {
    label,
    positive: turned ? negative : positive,
    negative: turned ? positive : negative,
    means: { positive: mean(scores.positives), negative: mean(scores.negatives) },
    model: evaluate(scores, THRESHOLD),
    ...(paired && { champion: evaluate(turn(scoresOf$1(paired, positive)), THRESHOLD) }),
  }
}

/** Predictions with one of the columns as the label. */
                     
                        
                           
                                   
                         
 

/** The table's predictions by each of these labels, in one pass; the first class to occur stands for the positive one. */
async function read(
  { table, id, score }                 ,
  labels                   ,
  open                                 ,
)                       {
  const { header, batches } = await open(table.path);
  const collectors = labels.flatMap(label => {
    const values = [...(table.columns.find(({ name }) => name === label)?.values?.keys() ?? [])].toSorted();
    const [positive] = values;
    if (positive === undefined) return []
    const reading = binaryReading({ label, score, positive });
    const collector = collectPredictions({ file: table.path, header, role: 'predictions', id, reading });
    return [{ label, positive, collector }]
  });
  let rows = 0;
  for await (const batch of batches) {
    for (const { collector } of collectors) collector.add(batch.slice(0, MOST_ROWS - rows));
    rows += batch.length;
    if (rows >= MOST_ROWS) break
  }
  return collectors.flatMap(({ label, positive, collector }) => {
    const { predictions } = collector.finish();
    return predictions ? [{ label, positive, predictions, scores: scoresOf$1(predictions.rows, positive) }] : []
  })
}

/** A column that a threshold on the score gives exactly is rather the predicted class than the true one. */
const isSeparated = ({ positives, negatives }        )          =>
  least(positives) > greatest(negatives) || least(negatives) > greatest(positives);

const least = (values              ) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const greatest = (values              ) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
const mean = (values              ) => values.reduce((a, b) => a + b, 0) / values.length;

/** Gives every table and model file the role it can play. Predictions are read once more, by `open`. */
async function chooseRoles(
  tables                         ,
  models                      ,
  open                                 ,
)                                                                        {
  const known = tables.flatMap(table => asPredictions(table) ?? []);
  const chosen = choosePredictions(
    known,
    models.map(({ path }) => path),
  );
  const judged = chosen && (await judgePredictions(chosen, open));
  const predictions = chosen && judged && { chosen: judged.champion ? chosen : withoutStranger(chosen), judged };
  const model = chooseModel(models, predictions?.chosen);
  const raw = tables.filter(table => !predictions || !known.some(prediction => prediction.table === table));
  const comparison = findComparison(raw);
  const data = findData(raw, comparison);
  return {
    ...(model && { model }),
    ...(predictions && { predictions }),
    ...(data && { data }),
    ...(comparison && { comparison }),
  }
}

/** A champion whose rows are known not to be the model's cannot be compared with it. */
function withoutStranger({ champion, ...chosen }                   )                    {
  if (!champion) return chosen
  const unsure = !champion.table.complete || !chosen.model.table.complete;
  return unsure ? { ...chosen, champion } : { ...chosen, others: [champion, ...chosen.others] }
}

/** Texts that YAML 1.1 or 1.2 takes for something else. */
const SPECIAL = /^(y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
const PLAIN = /^[A-Za-z_][\w./-]*( [\w./>=-]+)*$/;
const PRINTABLE =
  /^[\u0020-\u007e\u00a0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** A text as a YAML scalar that every reader takes for just this text: plain where it is harmless, else quoted. */
function yamlScalar(text        )         {
  if (PLAIN.test(text) && !SPECIAL.test(text)) return text
  if (PRINTABLE.test(text)) return `'${text.replaceAll("'", "''")}'`
  const escaped = (character        ) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g, escaped)
}

/** A sentence as comment lines of at most 118 characters; nothing in it can end the comment. */
function yamlComment(text        , indent = '')           {
  const lines           = [];
  for (const word of oneLine(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 118) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${indent}# ${word}`);
  }
  return lines
}

/** A text without line breaks and control characters. */
const oneLine = (text        )         =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ').trim();

/** A column with more values than this lists none … */
const MOST_CATEGORIES = 20;
/** … and one whose values recur less often than this on average may have others yet. */
const ROWS_PER_CATEGORY = 10;

/** A starting ODCS v3.1 contract that this very table keeps: types, what is never empty, the key, categories, no negative numbers. */
function contractText(table              )         {
  const name = (table.path.split('/').at(-1) ?? table.path).replace(/(?<=.)\.[^.]*$/, '');
  const key = keyColumn(table);
  const about = table.complete
    ? `What ${table.path} must look like: an ODCS v3.1 contract that its ${counted(table.rows, 'row')} keep today.`
    : `What ${table.path} must look like: an ODCS v3.1 contract, from its first ${counted(table.rows, 'row')} alone.`;
  return `${[
    ...yamlComment(about),
    ...yamlComment(
      '`proofmark init` wrote it: loosen what held by chance, add what must hold. Values of columns whose',
    ),
    ...yamlComment('classification is restricted appear in no report.'),
    'apiVersion: v3.1.0',
    'kind: DataContract',
    `id: ${yamlScalar(`${name}-contract`)}`,
    `name: ${yamlScalar(name)}`,
    'version: 0.1.0',
    'status: draft',
    'schema:',
    `  - name: ${yamlScalar(name)}`,
    '    logicalType: object',
    '    physicalType: file',
    '    quality:',
    '      - metric: rowCount',
    '        mustBeGreaterThan: 0',
    '    properties:',
    ...table.columns.flatMap(column => property(column, column === key)),
  ].join('\n')}\n`
}

function property(column               , isKey         )           {
  const personal = isPersonal(column.name);
  const categories = personal || isKey ? [] : categoriesOf(column);
  return [
    `      - name: ${yamlScalar(column.name)}`,
    ...(column.kind === 'empty' ? [] : [`        logicalType: ${column.kind === 'text' ? 'string' : column.kind}`]),
    ...(column.nulls === 0 && column.filled > 0 ? ['        required: true'] : []),
    ...(isKey ? ['        unique: true', '        primaryKey: true', '        primaryKeyPosition: 1'] : []),
    ...(personal ? ['        classification: restricted'] : []),
    ...(column.least !== undefined && column.least >= 0 ? ['        logicalTypeOptions:', '          minimum: 0'] : []),
    ...(categories.length > 0
      ? [
          '        quality:',
          '          - metric: invalidValues',
          '            mustBe: 0',
          '            arguments:',
          '              validValues:',
          ...categories.map(value => `                - ${yamlScalar(value)}`),
        ]
      : []),
  ]
}

/** The values of a column of texts that recur. */
function categoriesOf({ kind, values, filled }               )           {
  if (kind !== 'text' || !values || values.size > MOST_CATEGORIES || filled < values.size * ROWS_PER_CATEGORY) return []
  return [...values.keys()].toSorted()
}

/** Files that pin what a model is built and served with, as far as they are read for known risks. */
const DEPENDENCIES = /^(requirements[^/]*\.txt|pyproject\.toml|environment\.ya?ml)$/i;
/** Further files of a large repository are more likely another project's. */
const MOST = 10;

const findDependencies = (paths                   )           =>
  paths.filter(path => DEPENDENCIES.test(path.split('/').at(-1) ?? '')).slice(0, MOST);

/** What must not be committed: evidence is made anew by every run, and a private key is a secret. */
const ENTRIES = ['.proofmark/', '*.key'];

/** The .gitignore with our entries added at its end; undefined where it has them all. */
function ignoreText(before                    )                     {
  const known = new Set(before?.split(/\r?\n/).map(line => line.trim().replace(/^\//, '').replace(/\/$/, '')));
  const missing = ENTRIES.filter(entry => !known.has(entry.replace(/\/$/, '')));
  if (missing.length === 0) return undefined
  const end = before?.includes('\r\n') ? '\r\n' : '\n';
  const start = before === undefined || before === '' || before.endsWith('\n') ? (before ?? '') : `${before}${end}`;
  return `${start}${missing.map(entry => `${entry}${end}`).join('')}`
}

/** Folders that hold nothing of the user's own: environments, caches, what tools write, our output. */
const LEFT_OUT                      = new Set([
  '.git',
  '.github',
  '.hg',
  '.svn',
  '.dvc',
  '.idea',
  '.vscode',
  '.proofmark',
  '.venv',
  'venv',
  '.conda',
  'site-packages',
  'node_modules',
  '__pycache__',
  '.ipynb_checkpoints',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.tox',
  '.nox',
  '.eggs',
  '.cache',
]);

/** Files that are looked at, at most. */
const MOST_FILES = 20_000;

/** The files that may be the user's own, those nearest the root first, at most `MOST_FILES`. */
const ownFiles = (paths                   )           =>
  paths
    .filter(path => !path.split('/').some(part => LEFT_OUT.has(part)))
    .toSorted((a, b) => depth(a) - depth(b))
    .slice(0, MOST_FILES);

const depth = (path        )         => path.split('/').length;

/** A format that models are kept in. */
                              
                        
                       
                                                                             
                                            
                                                
                           
 

const COMPRESSED = [
  'x\u0001',
  'x\u005e',
  'x\u009c',
  'x\u00da',
  '\u001f\u008b',
  'BZh',
  '\u00fd7zXZ',
  ']\u0000\u0000',
  '\u0004"M\u0018',
  '(\u00b5/\u00fd',
  'ZF',
];
const ZIP = 'PK\u0003\u0004';

const startsWith =
  (...signatures                   ) =>
  (text        ) =>
    signatures.some(signature => text.startsWith(signature));
const pickled = (text        ) => /^\u0080[\u0002-\u0005]/.test(text);
/** A pickled data frame or array is data. */
const holdsData = (text        ) => /^.{0,64}(pandas\.core|pandas\._libs|numpy\.?_?core\.multiarray)/s.test(text);

/** By their names and first bytes; a loose name (.bin, .json, .txt, .h5) counts only with the right bytes. */
const MODEL_FORMATS                         = [
  {
    title: 'joblib',
    name: /\.joblib(\.(z|gz|bz2|xz|lzma|lz4))?$/i,
    telling: true,
    starts: head => (pickled(head) || startsWith(...COMPRESSED)(head)) && !holdsData(head),
  },
  {
    title: 'pickle',
    name: /\.(pkl|pickle|sav)(\.(z|gz|bz2|xz|lzma|lz4))?$/i,
    telling: true,
    starts: head => (pickled(head) || startsWith(...COMPRESSED, '(', 'c')(head)) && !holdsData(head),
  },
  { title: 'skops', name: /\.skops$/i, telling: true, starts: startsWith(ZIP) },
  { title: 'ONNX', name: /\.onnx$/i, telling: true, starts: startsWith('\u0008') },
  {
    title: 'PyTorch',
    name: /\.(pt|pth|ckpt)$/i,
    telling: true,
    starts: head => startsWith(ZIP)(head) || pickled(head),
  },
  {
    title: 'PyTorch',
    name: /(model|weights|adapter)[^/]*\.bin$/i,
    telling: false,
    starts: head => startsWith(ZIP)(head) || pickled(head),
  },
  { title: 'safetensors', name: /\.safetensors$/i, telling: true, starts: text => text[8] === '{' },
  { title: 'GGUF', name: /\.gguf$/i, telling: true, starts: startsWith('GGUF') },
  { title: 'XGBoost', name: /\.(ubj|bst|xgb)$/i, telling: true, starts: startsWith('{', 'binf') },
  {
    title: 'XGBoost JSON',
    name: /\.json$/i,
    telling: false,
    starts: text => /^\s*\{\s*"learner"\s*:/.test(text),
  },
  {
    title: 'LightGBM',
    name: /\.(txt|lgb|model)$/i,
    telling: false,
    starts: text => /^tree\r?\nversion=/.test(text),
  },
  { title: 'CatBoost', name: /\.cbm$/i, telling: true, starts: startsWith('CBM1') },
  { title: 'Keras', name: /\.keras$/i, telling: true, starts: startsWith(ZIP) },
  { title: 'Keras HDF5', name: /(model|weights)[^/]*\.(h5|hdf5)$/i, telling: false, starts: startsWith('\u0089HDF') },
  { title: 'TensorFlow Lite', name: /\.tflite$/i, telling: true, starts: text => text.slice(4, 8) === 'TFL3' },
  { title: 'TensorFlow SavedModel', name: /(^|\/)saved_model\.pb$/, telling: true, starts: startsWith('\u0008') },
  {
    title: 'TensorFlow SavedModel',
    name: /(^|\/)variables\/variables\.(index|data-[^/]+)$/,
    telling: true,
    starts: () => true,
  },
  {
    title: 'MLflow model',
    name: /(^|\/)MLmodel$/,
    telling: true,
    starts: text => /^(\w+: |flavors:)/m.test(text),
  },
];

/** A file, or the folder, of a model. */
                            
                                                                                       
                       
                        
                                                         
                           
 

/** First bytes of a file that are looked at. */
const HEAD_BYTES = 4096;

/** Whether a name may be a model's, so that its bytes are worth reading. */
const maybeModel = (path        )          => MODEL_FORMATS.some(({ name }) => name.test(path));

/** The model this file is, by its name and its bytes; by a telling name alone where the bytes could not be read. */
function modelFile(path        , content                        )                        {
  const head = content && String.fromCharCode(...content.subarray(0, HEAD_BYTES));
  const pointer = head?.startsWith('version https://git-lfs.github.com/spec/') ?? false;
  const fits = ({ name, telling, starts }             ) =>
    name.test(path) && (head === undefined || pointer ? telling : starts(head));
  const format = MODEL_FORMATS.find(fits);
  if (!format) return undefined
  const folder = /^(.+)\/(saved_model\.pb|MLmodel)$/.exec(path)?.[1];
  return { path: folder ?? path, title: format.title, pointer }
}

/** A claim to start from, and the sentence that says where its number comes from. */
                                 
                        
                          
 

/** Two-sided level of the intervals: the settings' default. */
const LEVEL = 0.95;
/** A margin wider than this allows more damage than a comparison should pass without a word. */
const WIDEST_MARGIN = 0.05;
const NARROWEST_MARGIN = 0.01;

/**
 * Floors just below what these rows show, and margins just wide enough for what they show of the champion. A floor that
 * guessing would meet is left out; a model that is worse than the champion gets the usual margin, and does not pass.
 */
function suggestClaims(model            , champion                        )                   {
  const guessing = { auc: 0.5, accuracy: Math.max(shareOfPositives(model), 1 - shareOfPositives(model)) };
  const floors = [floor(auc, guessing.auc, model), floor(accuracy, guessing.accuracy, model)];
  const margins = champion ? [margin(auc, model, champion), margin(accuracy, model, champion)] : [];
  return [...floors, ...margins].filter(suggestion => suggestion !== undefined)
}

function floor(metric                    , guessing        , model            )                             {
  const { value, interval, n } = metric.estimate(model, LEVEL);
  if (value === null || !interval) return undefined
  const least = Math.floor(interval[0] * 100) / 100;
  if (least <= guessing) return undefined
  return {
    claim: `${metric.id} >= ${least.toFixed(2)}`,
    because: `${metric.title} on these ${counted(n, 'row')} is ${formatNumber(value)}, 95 % interval ${range(interval)}: the floor is its lower end, rounded down`,
  }
}

function margin(
  metric                                                                    ,
  model            ,
  champion            ,
)                             {
  const { value, interval } = metric.compare(model, champion, LEVEL);
  if (value === null || !interval) return undefined
  const [lower, upper] = interval;
  const needed = Math.max(NARROWEST_MARGIN, Math.ceil(-lower * 100) / 100);
  const isHarmless = needed === NARROWEST_MARGIN || (upper >= 0 && needed <= WIDEST_MARGIN);
  const allowed = isHarmless ? needed : NARROWEST_MARGIN;
  const found = `${metric.title} minus the champion's is ${formatNumber(value)}, 95 % interval ${range(interval)}`;
  const so = isHarmless
    ? 'the margin covers its lower end'
    : `${upper < 0 ? 'it is worse' : 'too few rows'}, so this does not pass`;
  return { claim: `${metric.id} no worse than champion by ${allowed.toFixed(2)}`, because: `${found}: ${so}` }
}

const shareOfPositives = ({ positives, negatives }            ) =>
  positives.length / (positives.length + negatives.length);

const range = ([lower, upper]                           ) => `[${formatNumber(lower)}, ${formatNumber(upper)}]`;

/** What the settings need to know beyond what was found. */
                                
                                              
                       
                                          
                           
 

/** A section of proofmark.yml as lines: live where material for it was found, else commented out. */
                                                                      

/** A section to fill in, commented out, below what it is for. */
const example = (about        , yaml        )           => [
  ...yamlComment(about),
  ...yaml
    .trim()
    .split('\n')
    .map(line => `# ${line}`),
];

const ABOUT$5 = 'Row-level predictions on a hold-out, from which every metric is recomputed, and what must hold of them.';
const EXAMPLE$5 = `
certify:
  predictions: predictions.csv
  champion: predictions-champion.csv
  task: binary
  id: id
  label: status
  positive: bad
  score: p_bad
  claims:
    - auc >= 0.80
    - auc no worse than champion by 0.01`;

                                                    

const certify          = ({ predictions }) => {
  if (!predictions) return example(ABOUT$5, EXAMPLE$5)
  const { model, champion, others } = predictions.chosen;
  const { label, positive } = predictions.judged;
  const more = others.map(({ table }) => table.path).join(', ');
  return [
    ...yamlComment(ABOUT$5),
    'certify:',
    `  predictions: ${yamlScalar(model.table.path)}`,
    ...(champion ? [`  champion: ${yamlScalar(champion.table.path)}`] : []),
    ...(more === '' ? [] : yamlComment(`Further predictions: ${more}`, '  ')),
    '  task: binary',
    `  id: ${yamlScalar(model.id)}`,
    `  label: ${yamlScalar(label)}`,
    ...yamlComment(meansOf(predictions), '  '),
    `  positive: ${yamlScalar(positive)}`,
    `  score: ${yamlScalar(model.score)}`,
    ...claimsOf(predictions),
  ]
};

const meansOf = ({ judged: { means, positive, negative } }             )         =>
  `'${positive}' has the higher scores: ${formatNumber(means.positive)} on average, '${negative}' ${formatNumber(means.negative)}`;

function claimsOf({ chosen: { model }, judged }             )           {
  const suggested = suggestClaims(judged.model, judged.champion);
  if (suggested.length === 0)
    return [
      ...yamlComment('No floor is proposed: these rows show nothing that a guess would not. Say what must hold:', '  '),
      '  # claims:',
      '  #   - auc >= 0.80',
    ]
  const rows = model.table.complete ? '' : ` (their first ${counted(model.table.rows, 'row')})`;
  return [
    ...yamlComment(
      `A start, read off these very predictions${rows}: before you rely on it, say what must hold instead.`,
      '  ',
    ),
    '  claims:',
    ...suggested.flatMap(({ claim, because }) => [...yamlComment(because, '    '), `    - ${yamlScalar(claim)}`]),
  ]
}

const ABOUT$4 = 'Tables to validate, and the contract that says what they must look like (ODCS v3.1).';
const EXAMPLE$4 = `
data:
  files:
    - data/applications.csv
  contract: contract.odcs.yaml`;

const data          = ({ data }, { contract }) => {
  if (!data) return example(ABOUT$4, EXAMPLE$4)
  return [
    ...yamlComment(ABOUT$4),
    'data:',
    '  files:',
    `    - ${yamlScalar(data.path)}`,
    `  contract: ${yamlScalar(contract)}`,
  ]
};

const ABOUT$3 = 'The table the model was built on, and the one to compare with it.';
const EXAMPLE$3 = `
drift:
  reference: data/train.csv
  current: data/current.csv
  ignore: [id]`;

const drift          = ({ comparison }) => {
  if (!comparison) return example(ABOUT$3, EXAMPLE$3)
  const { reference, current, others, ignore } = comparison;
  const more = others.map(({ path }) => path).join(', ');
  return [
    ...yamlComment(ABOUT$3),
    'drift:',
    `  reference: ${yamlScalar(reference.path)}`,
    `  current: ${yamlScalar(current.path)}`,
    ...(more === '' ? [] : yamlComment(`Could be the current table too: ${more}`, '  ')),
    ...(ignore.length === 0
      ? []
      : [
          ...yamlComment('Identifiers, times and empty columns have no distribution to compare', '  '),
          '  ignore:',
          ...ignore.map(name => `    - ${yamlScalar(name)}`),
        ]),
  ]
};

const ABOUT$2 = 'The model under certification: every file that makes it up, by path, folder or * glob.';
const EXAMPLE$2 = `
model:
  name: credit-default
  version: '1'
  files:
    - models/model.joblib`;

const model          = ({ model }, { name }) => {
  if (!model) return example(ABOUT$2, EXAMPLE$2)
  const others = model.others.map(({ path }) => path).join(', ');
  return [
    ...yamlComment(ABOUT$2),
    'model:',
    `  name: ${yamlScalar(name)}`,
    "  version: '1'",
    '  files:',
    ...model.files.map(({ path }) => `    - ${yamlScalar(path)}`),
    ...(others === '' ? [] : yamlComment(`Left out, as they are named for other models: ${others}`, '    ')),
  ]
};

const ABOUT$1 = 'What a certificate requires. In a pull request it is read from the base branch.';
const EXAMPLE$1 = `
policy:
  require: [${GATES.join(', ')}]
  validity-days: 90`;

const policy          = found => {
  const isConfigured = configured(found);
  const gates = GATES.filter(gate => isConfigured[gate]);
  if (gates.length === 0) return example(`${ABOUT$1} Unless it says otherwise: all four gates.`, EXAMPLE$1)
  const missing = GATES.filter(gate => !isConfigured[gate]);
  return [
    ...yamlComment(ABOUT$1),
    'policy:',
    '  require:',
    ...gates.map(gate => `    - ${gate}`),
    ...missing.map(gate => `    # - ${gate}: fill in its section first`),
    '  validity-days: 90',
  ]
};

const configured = ({ data, predictions, model, dependencies, comparison }       )                            => ({
  'data-validate': data !== undefined,
  'model-certify': predictions !== undefined,
  'security-scan': model !== undefined || dependencies.length > 0,
  'drift-compare': comparison !== undefined,
});

const record          = () => [
  ...yamlComment(
    'The key that signs: make it with `proofmark keygen`, never commit it. The workflow takes it from a secret.',
  ),
  'record:',
  '  key: proofmark.key',
];

const ABOUT = 'What to scan besides the model files: dependencies, notebooks, folders of source.';
const EXAMPLE = `
security:
  paths:
    - requirements.txt`;

const security          = ({ dependencies }) => {
  if (dependencies.length === 0) return example(ABOUT, EXAMPLE)
  return [...yamlComment(ABOUT), 'security:', '  paths:', ...dependencies.map(path => `    - ${yamlScalar(path)}`)]
};

const SECTIONS = [model, data, certify, security, drift, record, policy];

/** A starting proofmark.yml: the sections that material was found for, the others as comments to fill in. `schema` is where its JSON Schema lies, for editors. */
function settingsText(found       , facts                                                          )         {
  const head = [
    ...(facts.schema === undefined ? [] : [`# yaml-language-server: $schema=${facts.schema}`]),
    ...yamlComment('What Proofmark checks, and what must hold. Every path is relative to this file.'),
    ...yamlComment(
      '`proofmark init` wrote it from the files it found: read it once, and correct what it took wrongly.',
    ),
  ];
  return `${[head, ...SECTIONS.map(section => section(found, facts))].map(lines => lines.join('\n')).join('\n\n')}\n`
}

/** A workflow that runs the gate on every pull request and on main. `config` is the settings' path in the repository where it is not the default; `lfs` fetches what Git LFS keeps. */
function workflowText({ config, lfs }                                               )         {
  return `# Decides on every pull request whether the model may be promoted, and signs the decision.
# Needs one secret, the private key: gh secret set PROOFMARK_KEY < proofmark.key
name: Proofmark
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
  checks: write
  pull-requests: write
concurrency:
  group: proofmark-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}
jobs:
  gate:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false${lfs ? '\n          lfs: true' : ''}
      - uses: proofmark/proofmark@v1
        with:
          key: \${{ secrets.PROOFMARK_KEY }}${config === undefined ? '' : `\n          config: ${literal(config)}`}
      - uses: actions/upload-artifact@v6 # report.html, the evidence and the certificate: the comment leads here
        if: \${{ !cancelled() }}
        with:
          name: proofmark
          path: ${outputOf(config)}
          include-hidden-files: true
`
}

/** Where the gate writes to: beside the settings. */
const outputOf = (config = '')         => literal(`${config.slice(0, config.lastIndexOf('/') + 1)}.proofmark`);

/** A text that GitHub takes literally: no expression in it is evaluated. */
const literal = (text        )         => yamlScalar(text.replaceAll('${{', `\${{ '\${{' }}`));

const SETTINGS = 'proofmark.yml';
const CONTRACT = 'contract.odcs.yaml';
const WORKFLOW = '.github/workflows/proofmark.yml';
const IGNORE = '.gitignore';
/** Where the settings' JSON Schema is, where the program is installed beside the settings. */
const SCHEMA = 'node_modules/proofmark/schema/proofmark.schema.json';

const TABLE = /\.(csv|tsv|tab)$/i;
const MOST_TABLES = 50;
const MOST_MODELS = 200;
const MAX_MODEL_BYTES = 16 * 1024 * 1024;
const MAX_TEXT_BYTES = 1024 * 1024;

/** Looks at the user's files and writes a starting proofmark.yml, data contract and workflow from them. Overwrites nothing. */
async function init$1(ports       , options              = {})                   {
  const { files, context } = ports;
  const found = await lookAround(ports);
  const contract = found.contract ?? CONTRACT;
  const name = options.name ?? context.repository?.split('/').at(-1) ?? 'model';
  const schema = (await files.exists(SCHEMA)) ? SCHEMA : undefined;
  const config = options.folder === undefined ? undefined : `${options.folder}/${SETTINGS}`;
  const starting                 = [
    { path: SETTINGS, content: settingsText(found, { name, contract, schema }), extended: false },
    ...(found.data ? [{ path: contract, content: contractText(found.data), extended: false }] : []),
    { path: WORKFLOW, content: workflowText({ config, lfs: found.lfs }), extended: false },
  ];
  const kept           = [];
  const written                 = [];
  for (const file of starting) {
    if (await files.exists(file.path)) kept.push(file.path);
    else written.push(file);
  }
  const ignored = await readText(files, IGNORE);
  const ignore = ignoreText(ignored);
  if (ignore === undefined) kept.push(IGNORE);
  else written.push({ path: IGNORE, content: ignore, extended: ignored !== undefined });
  if (options.dryRun !== true) for (const { path, content } of written) await files.write(path, content);
  return { written: written.map(({ path }) => path), kept, found, files: written }
}

async function lookAround({ files, tables, log }       )                 {
  const paths = ownFiles(await listAll(files));
  const tablePaths = paths.filter(path => TABLE.test(path));
  const profiles                 = [];
  const skipped                                     = [];
  for (const path of tablePaths.slice(0, MOST_TABLES)) {
    try {
      profiles.push(
        await profileTable(path, await tables.open(path), rows => log.progress(`${path}: ${counted(rows, 'row')}`)),
      );
    } catch (error) {
      skipped.push({ path, reason: messageOf(error) });
    }
  }
  const models = await lookForModels(paths, files);
  const contract = paths.find(path => /\.odcs\.ya?ml$/i.test(path));
  const attributes = await readText(files, '.gitattributes');
  return {
    ...(await chooseRoles(profiles, models, path => tables.open(path))),
    ...(contract !== undefined && { contract }),
    dependencies: findDependencies(paths),
    lfs: models.some(({ pointer }) => pointer) || (attributes?.includes('filter=lfs') ?? false),
    looked: { files: paths.length, tables: profiles.length, tablesLeft: Math.max(0, tablePaths.length - MOST_TABLES) },
    skipped,
  }
}

async function lookForModels(paths                   , files       )                       {
  const found              = [];
  for (const path of paths.filter(maybeModel).slice(0, MOST_MODELS)) {
    const model = modelFile(path, await readModel(files, path));
    if (model) found.push(model);
  }
  return found
}

/** Undefined where the file is too large or cannot be read: then its name has to do. */
async function readModel(files       , path        )                                  {
  try {
    return await files.read(path, { maxBytes: MAX_MODEL_BYTES })
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** All files of the folder; an empty folder has none. */
async function listAll(files       )                    {
  try {
    return await files.list(['.'])
  } catch (error) {
    if (error instanceof UserError && error.code === 'file.no-match') return []
    throw error
  }
}

const readText = async (files       , path        )                              =>
  (await files.exists(path)) ? files.readText(path, { maxBytes: MAX_TEXT_BYTES }) : undefined;

/** Why a file is passed over; what is not the reader's to mend is our bug. */
function messageOf(error         )         {
  if (error instanceof UserError) return error.message
  throw error
}

/** What a part of the settings is made of, and why; without files, what was looked for. */
                       
                                                                                                         
                                   
                          
 

/** Every role in the order of the settings, found or not. */
function rolesOf(found       )         {
  const { dependencies } = found;
  return [
    modelRole(found),
    predictionsRole(found),
    championRole(found),
    dataRole(found),
    ...comparisonRoles(found),
    dependencies.length > 0
      ? { name: 'dependencies', files: dependencies, because: 'by name' }
      : none('dependencies', 'requirements*.txt, pyproject.toml or environment.yml'),
  ]
}

function modelRole({ model }       )       {
  if (!model)
    return none('model', 'joblib, pickle, ONNX, PyTorch, safetensors, GGUF, XGBoost, Keras and other model files')
  const titles = [...new Set(model.files.map(({ title }) => title))].join(', ');
  const left =
    model.others.length === 0 ? '' : `; named for other models: ${names(model.others.map(({ path }) => path))}`;
  const pointer = model.files.some(({ pointer }) => pointer) ? ', still a Git LFS pointer' : '';
  return { name: 'model', files: model.files.map(({ path }) => path), because: `${titles}${pointer}${left}` }
}

function predictionsRole({ predictions }       )       {
  if (!predictions)
    return none('predictions', 'a CSV file of few columns: a unique id, a label of two values, a score from 0 to 1')
  const { model, others } = predictions.chosen;
  const { label } = predictions.judged;
  const left = others.length === 0 ? '' : `; more of them: ${names(others.map(({ table }) => table.path))}`;
  return {
    name: 'predictions',
    files: [model.table.path],
    because: `'${model.id}' is unique, '${label}' has two values, '${model.score}' lies from 0 to 1${left}`,
  }
}

function championRole({ predictions }       )       {
  const champion = predictions?.chosen.champion;
  if (!champion)
    return none('champion', `predictions on the same rows, named ${CHAMPIONS.slice(0, 4).join(', ')} or the like`)
  const rows = predictions.judged.champion ? ', with the same rows and labels as the predictions' : '';
  return { name: 'champion', files: [champion.table.path], because: `named for the model in production${rows}` }
}

function dataRole({ data, contract }       )       {
  if (!data) return none('data', 'a CSV file that holds no predictions')
  const size = `${data.complete ? '' : 'more than '}${counted(data.rows, 'row')} of ${counted(data.columns.length, 'column')}`;
  return {
    name: 'data',
    files: [data.path],
    because: contract === undefined ? size : `${size}; its contract may be ${contract}`,
  }
}

function comparisonRoles({ comparison }       )         {
  if (!comparison) {
    const header = 'a CSV file with the header of another,';
    return [
      none('reference', `${header} named train or reference`),
      none('current', `${header} named current, live, holdout or test`),
    ]
  }
  const { reference, current, others } = comparison;
  const left = others.length === 0 ? '' : `; also possible: ${names(others.map(({ path }) => path))}`;
  return [
    { name: 'reference', files: [reference.path], because: 'named for what the model was built on' },
    { name: 'current', files: [current.path], because: `the same header, named for what the model meets${left}` },
  ]
}

const none = (name              , lookedFor        )       => ({
  name,
  files: [],
  because: `none found: looked for ${lookedFor}`,
});

const MOST_NAMED = 5;
const names = (paths                   )         =>
  paths.length > MOST_NAMED
    ? `${paths.slice(0, MOST_NAMED).join(', ')} and ${paths.length - MOST_NAMED} more`
    : paths.join(', ');

const FLAGS                     = [
  { name: 'dir', kind: 'value', description: 'Folder to look at and to write to. Default: .' },
  { name: 'dry-run', kind: 'switch', description: 'Print what would be written, and write nothing' },
];

const init             = {
  name: 'init',
  summary: 'Look at your files and write a first proofmark.yml, data contract and workflow',
  synopsis: '[--dir FOLDER] [--dry-run]',
  examples: ['proofmark init', 'proofmark init --dir models/credit --dry-run'],
  flags: FLAGS,
  run: execute,
};

async function execute(args                   )                    {
  const { values, positionals } = parseFlags(args, FLAGS);
  if (positionals[0] !== undefined)
    throw new UserError('flags.positional', `Expected flags only but found '${positionals[0]}'`, {
      hint: `Name the folder by its flag: --dir ${positionals[0]}`,
    })
  const dir = values.get('dir')?.at(-1) ?? '.';
  const root = resolve(dir);
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw new UserError('init.no-folder', `Expected --dir to name a folder but found none at ${dir}`, {
      hint: 'Give the folder that holds your model, data and predictions',
    })
  const dryRun = values.has('dry-run');
  const folder = folderInRepository(root);
  const log = terminalLog(process.stderr);
  const ports = compose(root, log, environmentContext(process.env));
  const started = await init$1(
    { ...ports, files: { ...ports.files, list: () => survey(root) } },
    { name: basename(root).slice(0, 200) || 'model', dryRun, ...(folder !== undefined && { folder }) },
  );
  log.done();
  printLines(process.stdout, report(started, { dir, dryRun, folder }));
  return 0
}

/** The folder's path in its git repository; undefined where it is the root of one, or in none. */
function folderInRepository(root        )                     {
  for (let above = root; above !== dirname(above); above = dirname(above))
    if (existsSync(join(above, '.git'))) return relative(above, root).split(sep).join('/') || undefined
  return undefined
}

/**
 * Files to look at, nearest first. Unlike a list that the settings name it is a search: what is not the user's own work is not
 * entered, links are not followed, and it ends after `MOST_FILES`.
 */
async function survey(root        )                    {
  const files           = [];
  let folders = [''];
  while (folders.length > 0 && files.length < MOST_FILES) {
    const below           = [];
    for (const folder of folders.toSorted()) {
      const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        if (entry.isFile()) files.push(`${folder}${entry.name}`);
        else if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) below.push(`${folder}${entry.name}/`);
      }
    }
    folders = below;
  }
  return files.toSorted()
}

                 
                      
                          
                                     
 

function report({ written, kept, found, files }         , { dir, dryRun, folder }       )         {
  const { looked, skipped } = found;
  const roles = rolesOf(found);
  const at = (path        ) => (dir === '.' ? path : join(dir, path));
  const left = looked.tablesLeft > 0 ? `; not looked at: ${counted(looked.tablesLeft, 'further table')}` : '';
  return [
    strong(`Looked at ${counted(looked.files, 'file')}, ${looked.tables} of them tables, in ${dir}${left}`),
    ...roles.map(({ name, files, because })       => {
      const text = `${name.padEnd(13)} ${files.length > 0 ? `${files.join(', ')}: ` : ''}${because}`;
      return { tone: files.length > 0 ? 'plain' : 'muted', text: visible(`  ${text}`) }
    }),
    ...skipped.map(({ path, reason })       => ({ tone: 'warn', text: visible(`  not read      ${path}: ${reason}`) })),
    blank,
    ...files.map(({ path, extended })       => {
      const verb = dryRun ? 'would write' : extended ? 'extended' : 'wrote';
      return { tone: 'pass', text: visible(`  ${verb.padEnd(13)} ${at(path)}`) }
    }),
    ...kept.map((path)       => ({ tone: 'muted', text: visible(`  kept          ${at(path)}`) })),
    ...(dryRun
      ? files.flatMap(({ path, content }) => [blank, strong(`--- ${at(path)}`), ...contentLines(content)])
      : []),
    ...(folder === undefined || !written.some(path => path.startsWith('.github/')) ? [] : [blank, atRoot(at)]),
    blank,
    strong('Next'),
    plain(`  proofmark keygen${dir === '.' ? '' : ` --out ${quoted(dir)}`}`),
    plain(`  proofmark gate${dir === '.' ? '' : ` --config ${quoted(at('proofmark.yml'))}`}`),
    plain(`  gh secret set PROOFMARK_KEY < ${quoted(at('proofmark.key'))}`),
  ]
}

const atRoot = (at                          )       => ({
  tone: 'warn',
  text: visible(
    `  GitHub runs workflows of the repository's root only: move ${at('.github/workflows/proofmark.yml')} there`,
  ),
});

const contentLines = (content        )         => content.trimEnd().split('\n').map(plain);
const plain = (text        )       => ({ tone: 'plain', text: visible(text) });
const strong = (text        )       => ({ tone: 'strong', text: visible(text) });
const blank       = { tone: 'plain', text: '' };

/** A path as a shell takes it. */
const quoted = (path        )         => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

export { init };
