import { v as visible } from './escape.js';

const COLUMNS = [
  'framework',
  'control',
  'title',
  'status',
  'reason',
  'owner',
  'organisational duty',
  'evidence from',
  'age in days',
  'stale',
  'evidence',
];         

/**
 * Controls as CSV (RFC 4180), a row each; a cell that a spreadsheet would take for a formula begins with an apostrophe. `base` is the
 * output folder, seen from the file: places of evidence are relative to it.
 */
function controlsCsv({ statuses }                , base = '.')         {
  const rows = statuses.map(({ framework, clause, control, status, reason, owner, freshness, support }) => [
    framework,
    clause,
    control.title,
    status,
    reason,
    owner,
    control.duty,
    freshness?.oldest ?? '',
    freshness === undefined ? '' : `${freshness.days}`,
    freshness === undefined ? '' : `${freshness.stale}`,
    support.flatMap(({ links }) => links.map(link => placeOf(link, base))).join(' '),
  ]);
  return [COLUMNS, ...rows].map(cells => `${cells.map(cell).join(',')}\r\n`).join('')
}

function placeOf({ file, pointer }              , base        )         {
  if (file.startsWith('log:')) return file
  return encodeURI(`${base}/${file}${pointer === '' ? '' : `#${pointer}`}`)
}

function cell(text        )         {
  const plain = visible(text);
  const safe = /^[=+\-@]/.test(plain) ? `'${plain}` : plain;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export { controlsCsv };
