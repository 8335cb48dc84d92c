import { S as STATUS_ORDER } from './words.js';
import { f as formatNumber, c as count } from './numbers.js';
import { a as places } from './row-cells.js';

/** How a scanned file stands after every check, and what they say of it. */
                               
                         
                                                                                     
                                     
 

/**
 * The scan of a file tells what loading it would do; whether it holds credentials, or names a vulnerable package, checks of their own
 * tell, which point at it. A list of files that shows the one without the other would call a file harmless that is not.
 */
function fileFindings(
  checks                  ,
)                                                                                       {
  const open = new Map                 ();
  for (const check of checks) {
    if (check.status === 'pass') continue
    for (const file of new Set(check.locations?.map(location => location.file)))
      open.set(file, [...(open.get(file) ?? []), check]);
  }
  return ({ path, status, findings, reason: own }) => {
    const about = open.get(path) ?? [];
    return {
      status: STATUS_ORDER.find(one => one === status || about.some(check => check.status === one)) ?? status,
      reasons: about
        .filter(({ locations }) => !findings.some(isNoted(path, locations)))
        .map(({ reason }) => reason)
        .filter(reason => own === undefined || !reason.includes(own)),
    }
  }
}

/** Whether a check's places tell of this finding of the file's. */
const isNoted = (path        , locations                    ) => (finding                           ) =>
  locations?.some(({ file, note = '' }) => file === path && note.includes(finding.name)) ?? false;

/** A table without the columns that say nothing in any line: what they would hold was not found. */
function filledColumns              (
  columns                   ,
  rows                              ,
)                                                          {
  const says = columns.map((_, i) => rows.some(row => row[i] !== ''));
  return {
    columns: columns.filter((_, i) => says[i]),
    rows: rows.map(row => row.filter((_, i) => says[i])),
  }
}

/** How many rows settle all undecided columns at once, where several are undecided; each of them says what it needs itself. */
function settlingLine({ gate, result }          )         {
  if (gate !== 'drift-compare' || !result?.settling) return ''
  const { rows } = result;
  const { undecided, settled, current, reference } = result.settling;
  if (settled === 0) return `No number of rows settles the ${formatNumber(undecided)} undecided checks of columns.`
  const left = undecided - settled;
  const which =
    left === 0 ? `all ${formatNumber(undecided)}` : `${formatNumber(settled)} of the ${formatNumber(undecided)}`;
  const needed =
    reference === undefined || reference <= rows.reference
      ? `${count(current, 'current row')} (there are ${formatNumber(rows.current)})`
      : `${count(current, 'current row')} and ${formatNumber(reference)} of the reference (there are ${formatNumber(rows.current)} and ${formatNumber(rows.reference)})`;
  const others = left === 0 ? '' : ` ${left === 1 ? 'One is' : `${formatNumber(left)} are`} not settled by rows.`;
  return `About ${needed} would settle ${which} undecided checks of columns, if what has changed stays as it is and nothing else drifts.${others}`
}

/** Checks that end alike and want the same done, from which on that is said once. */
const ALIKE = 2;

/**
 * Checks in groups: those that end alike, with one remedy and no more to say than a reason and a place, together where they are several;
 * every other one for itself. A group stands where its first one stood.
 */
function alikeChecks(checks                  )            {
  const groups = Map.groupBy(checks, check =>
    isPlain(check) ? `${check.status} ${check.hint}` : `${check.status} of its own: ${check.id}`,
  );
  return [...groups.values()].flatMap(group => (group.length < ALIKE ? group.map(check => [check]) : [group]))
}

const isPlain = (check       )          =>
  check.hint !== undefined && (check.waivers ?? []).length === 0 && places(check).length <= 1;

/** Rows at fault besides those that a check points at: it keeps the first few of them. */
function rowsBeyond({ measured, status }       , told                     )         {
  const { share, n, unit } = measured ?? {};
  const isOfRows = unit === 'rows' || unit === 'percent';
  const rows = told.filter(({ line, note }) => line !== undefined && note === undefined).length;
  if (status === 'pass' || share === undefined || n === undefined || !isOfRows || rows === 0) return 0
  return Math.max(0, Math.round(share * n) - rows)
}

/** The places of a check that say more than its title does: a line, a byte, a column or a file that it has not named. */
const tellingPlaces = (check       )             =>
  places(check).filter(({ line, note, column }) => {
    if (line !== undefined || note !== undefined || column === undefined) return true
    return !check.title.startsWith(`${column}: `) && !check.title.includes(`'${column}'`)
  });

export { filledColumns as a, alikeChecks as b, fileFindings as f, rowsBeyond as r, settlingLine as s, tellingPlaces as t };
