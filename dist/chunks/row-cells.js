import { c as comparatorSign } from './comparator-sign.js';
import { f as formatNumber, g as formatInterval, b as formatShare, e as formatP, d as formatLimit, c as count } from './numbers.js';

/** What was measured, for a table cell: `0.8225 [0.7980, 0.8469]`, `12 rows (0.3 %)`. */
function found({ measured }       )         {
  if (!measured) return ''
  const { value, unit, share, interval, adjustedPValue, pValue } = measured;
  const p = adjustedPValue ?? pValue;
  return [
    typeof value === 'number' ? withUnit(value, unit) : value === null ? 'nothing' : String(value),
    interval ? formatInterval(interval) : '',
    share === undefined || unit === 'percent' ? '' : `(${formatShare(share)})`,
    p === undefined ? '' : `p ${formatP(p)}`,
  ]
    .filter(part => part !== '')
    .join(' ')
}

/** What was asked for, for a table cell: `≥ 0.8000`. */
function wanted({ required }       )         {
  if (!required) return ''
  const { comparator, value, unit } = required;
  const sign = comparatorSign(comparator);
  const text = Array.isArray(value)
    ? value
        .map(item => (typeof item === 'number' ? formatLimit(item) : item))
        .join(comparator === 'between' ? ' and ' : ', ')
    : typeof value === 'number'
      ? withUnit(value, unit, formatLimit)
      : String(value);
  return `${sign} ${text}`
}

/** `applications.csv:17 (id '1042', age '-3')`. */
function place(location          )         {
  const { file, line, note } = location;
  const detail = [...cellTexts(location), note].filter(part => part !== undefined).join(', ');
  return `${file}${line === undefined ? '' : `:${line}`}${detail === '' ? '' : ` (${detail})`}`
}

/** What is known of the cells of a place: its key, then the one that the check is about, then the others. */
function cellTexts({ column, value, key = [], cells = [] }          )           {
  const own = column !== undefined && value !== undefined ? `${column} ${quoted(value)}` : column;
  const isKey = key.some(part => part.column === column);
  return [
    ...key.map(keyText),
    ...(own === undefined || isKey ? [] : [own]),
    ...cells.map(part => `${part.column} ${quoted(part.value)}`),
  ]
}

/** `id '1042'`, or `id #f8c41c72cd76` where it is hashed. */
const keyText = (part         )         =>
  `${part.column} ${'hash' in part ? `#${part.hash}` : quoted(part.value)}`;

const SHOWN = 40;
const quoted = (value        ) => `'${value.length > SHOWN ? `${value.slice(0, SHOWN).toWellFormed()}…` : value}'`;

function withUnit(value        , unit                    , format = formatNumber)         {
  if (unit === undefined) return format(value)
  if (unit === 'percent') return `${format(value)}\u202f%`
  return unit === 'rows' ? count(value, 'row') : `${format(value)} ${unit}`
}

/** Every limit of GitHub's that a report must stay under, once. */
const LIMITS = {
  /** Characters of an issue or pull-request comment. */
  comment: 65_536,
  /** Characters of a check run's summary, and of its text. */
  checkRunText: 65_535,
  /** Characters of a check run's title we use: what the list of checks shows. */
  checkRunTitle: 120,
  /** Annotations we send at all: nobody reads the 201st. */
  annotations: 200,
  annotationTitle: 255,
  annotationMessage: 4_096,
  /** Bytes of the job summary one step may write. */
  stepSummary: 1_048_576,
  /** Characters of one gate's section, so that the sections of all gates fit in one comment together. */
  section: 11_000,
  /** Results of a SARIF run that are shown; 25 000 are taken. */
  sarifResults: 5_000,
  sarifRules: 25_000,
};

/** The places that a check points at, but for the contract's rule where its hint has named that. */
function places({ locations = [], hint = '' }       )             {
  const words = hint.split(/[;,.]?\s+/);
  return locations.filter(({ file, line, note }) => note !== 'the rule' || !words.includes(`${file}:${line}`))
}

/** Rows at fault as a table of them has them. */
                           
                       
                                                  
                                   
                                                                                                                  
 

/** Whether a place is a row of data that takes columns to tell: what stands in it, or a key of several. A single key stands beside the line. */
const isRow = ({ line, value, key = [], cells }          )          =>
  line !== undefined && (value !== undefined || key.length > 1 || cells !== undefined);

/** Whether a place is a row that a line of a table tells among others: by its key, where no more is known of it. */
const isTabular = (location          )          =>
  isRow(location) || (location.line !== undefined && location.note === undefined && location.key?.length === 1);

/** Line, key, and the cells that the check is about where they are told; undefined is what is not known of a row. */
function rowCells(rows                     )           {
  const [first] = rows;
  const { file = '', column, key = [] } = first ?? {};
  const keys = key.map(cell => cell.column);
  const isNews = column !== undefined && !keys.includes(column) && rows.some(({ value }) => value !== undefined);
  const own = isNews ? [column] : [];
  const others = (first?.cells ?? []).map(cell => cell.column);
  return {
    file,
    names: [...keys, ...own, ...others],
    rows: rows.map(row => ({
      line: row.line,
      cells: [
        ...keys.map(name => textOf(row.key?.find(cell => cell.column === name))),
        ...(isNews ? [row.value] : []),
        ...others.map(name => textOf(row.cells?.find(cell => cell.column === name))),
      ],
    })),
  }
}

/** A hidden value is told by the start of its hash. */
const textOf = (cell                     )                     =>
  cell && ('hash' in cell ? `#${cell.hash}` : cell.value);

export { LIMITS as L, places as a, isRow as b, cellTexts as c, found as f, isTabular as i, keyText as k, place as p, rowCells as r, wanted as w };
