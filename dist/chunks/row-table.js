import { c as code, e as escapeText } from './escape.js';
import { t as table } from './table.js';

/** A path relative to a folder of the repository, seen from the repository's root. */
function inRepository(folder                    , path        )         {
  if (folder === undefined) return path
  const parts           = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/')
}

/** Whether a place is a row of data that takes columns to tell: what stands in it, or a key of several. A single key stands beside the line. */
const isRow = ({ line, value, key = [], cells }          )          =>
  line !== undefined && (value !== undefined || key.length > 1 || cells !== undefined);

/** Rows at fault, one below the other: line, key, and the cells that the check is about where they are told. */
function rowTable(rows                     )         {
  const [first] = rows;
  if (!first) return ''
  const { file, column, key = [] } = first;
  const keys = key.map(cell => cell.column);
  const isNews = column !== undefined && !keys.includes(column) && rows.some(({ value }) => value !== undefined);
  const own = isNews ? [column] : [];
  const others = (first.cells ?? []).map(cell => cell.column);
  const head = [`Line of ${code(file)}`, ...[...keys, ...own, ...others].map(name => escapeText(name, 60))];
  const lines = rows.map(row => [
    String(row.line),
    ...keys.map(name => cellText(row.key?.find(cell => cell.column === name))),
    ...(own.length === 0 ? [] : [row.value === undefined ? '' : code(row.value, 60)]),
    ...others.map(name => cellText(row.cells?.find(cell => cell.column === name))),
  ]);
  return table(head, lines, ['right'])
}

function cellText(cell                     )         {
  if (!cell) return ''
  if ('hash' in cell) return code(`#${cell.hash}`)
  return cell.value === '' ? '_empty_' : code(cell.value, 60)
}

export { isRow as a, inRepository as i, rowTable as r };
