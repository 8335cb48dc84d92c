import { s as sum } from './shuffle.js';
import { a as attributeRole } from './attribute-role.js';
import { n as namesOf } from './index10.js';
import { r as requireColumns, h as rowsJob, j as checkPredictions, k as assembleRows } from './binary.js';
import { k as keptRows } from './kept-rows.js';
import { f as foundBy } from './planned.js';
import { g as grouped } from './grouped.js';
import { h as headerOf } from './header-of.js';

/** ln(p / (1 − p)), probabilities clipped at the double's epsilon. */
function logOdds(probability        )         {
  const p = Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON);
  return Math.log(p) - Math.log1p(-p)
}

/** Intercept and slope with their standard errors. */
                              
                            
                        
                                                              
 

const MOST_STEPS = 50;

/**
 * Logistic regression of labels, 0 and 1, on one variable by Newton's method, errors from the information at the maximum; undefined
 * where the variable parts the classes, so that there is none, or is the same on all rows.
 */
function logisticFit(labels            , x              )                          {
  let [intercept, slope] = [0, 0];
  for (let step = 0; step < MOST_STEPS; step++) {
    const fitted = x.map(value => logistic(intercept + slope * value));
    const residuals = fitted.map((p, row) => (labels[row] ?? 0) - p);
    const weights = fitted.map(p => p * (1 - p));
    const [a, b, c] = [
      sum(weights),
      sum(weights.map((weight, row) => weight * (x[row] ?? 0))),
      sum(weights.map((weight, row) => weight * (x[row] ?? 0) ** 2)),
    ];
    const determinant = a * c - b * b;
    if (!(determinant > 1e-12 * a * c)) return undefined
    const [g, h] = [sum(residuals), sum(residuals.map((residual, row) => residual * (x[row] ?? 0)))];
    const moves = [(c * g - b * h) / determinant, (a * h - b * g) / determinant];         
    intercept += moves[0];
    slope += moves[1];
    if (!(Math.abs(slope) < 1e6)) return undefined
    if (Math.abs(moves[0]) <= 1e-12 * (1 + Math.abs(intercept)) && Math.abs(moves[1]) <= 1e-12 * (1 + Math.abs(slope)))
      return { intercept, slope, errors: [Math.sqrt(c / determinant), Math.sqrt(a / determinant)] }
  }
  return undefined
}

const logistic = (value        ) => 1 / (1 + Math.exp(-value));

/** More groups than this are no slices: each would be too small, and all of them too many. */
const MOST_GROUPS = 100;

/** How a cell without a value is named. */
const EMPTY = '(empty)';

/** The rows by what they have in the columns, by name; undefined where that makes too many groups. */
function groupRows(rows      , columns                   )                               {
  const read = columns.map(column => namesOf(rows, attributeRole(column)));
  const members = new Map                  ();
  for (let row = 0; row < rows.n; row++) {
    const key = read.map(({ codes }) => codes[row]).join(' ');
    const group = members.get(key);
    if (group) group.push(row);
    else if (members.size === MOST_GROUPS) return undefined
    else members.set(key, [row]);
  }
  const nameOf = (row        ) => read.map(({ codes, names }) => shown(names[codes[row] ?? 0])).join(', ');
  return [...members.values()]
    .map(chosen => ({ name: nameOf(chosen[0] ?? 0), chosen: Uint32Array.from(chosen) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

const shown = (name = '') => (name.trim() === '' ? EMPTY : name);

/** Columns that tell slices and groups apart; what they hold is compared as it is written, and may be empty. */
const columnNeeds = (columns                   )         =>
  [...new Set(columns)].map(column => ({
    role: attributeRole(column),
    column,
    cells: 'attribute',
    side: 'attribute',
    holds: `'${column}', which slices or groups are made by`,
    title: `Values of '${column}'`,
    expected: 'anything',
    hint: 'Write the column',
    lacking: `Write the column into the file, or set 'attributes' to a table that has it by id`,
  }));

/** The needs of a task and more columns; what the task reads already is not read twice. */
const withAttributes = (needs                 , attributes                 )         => [
  ...needs,
  ...attributes.filter(({ role }) => !needs.some(need => need.role === role)),
];

/** A file of predictions, or of what else is known of rows, that was read. */
                                  
                                          
                             
                                                       
                           
 

/** Reads a file of predictions in one pass, on all threads. */
async function readPredictions(
  named                                  ,
  { tables, log, sha256 }       ,
)                           {
  const { file, role } = named;
  const source = { ...named, header: await headerOf(tables, file) };
  requireColumns(source);
  const job = rowsJob(source);
  const progress = (rows        ) => log.progress(`${file}: ${grouped(rows)} rows`);
  const { run, find, material } = await tables.measure(file, { file, predictions: job }, { progress });
  const { kept } = foundBy({ kept: keptRows(job, source.header) }, key => run.state.get(key));
  return {
    collected: checkPredictions(source, assembleRows(kept, source)),
    material: material(materialRole(role)),
    shown: { find, sha256 },
  }
}

function materialRole(role                )                   {
  switch (role) {
    case 'predictions':
    case 'champion':
    case 'anchor':
    case 'history':
    case 'attributes':
    case 'train':
    case 'repeat':
      return role
    case 'reference-predictions':
      return 'reference'
    case 'current-predictions':
      return 'current'
    default:
      return 'perturbed'
  }
}

export { MOST_GROUPS as M, logOdds as a, columnNeeds as c, groupRows as g, logisticFit as l, readPredictions as r, withAttributes as w };
