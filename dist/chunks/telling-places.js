import { S as STATUS_ORDER } from './words.js';
import { a as places } from './places.js';

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

export { filledColumns as a, alikeChecks as b, fileFindings as f, rowsBeyond as r, tellingPlaces as t };
