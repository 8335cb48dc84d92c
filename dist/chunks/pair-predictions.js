import { c as counted } from './format2.js';
import { a as faultCheck, c as collectFaults } from './faults.js';
import { c as namedRow, s as selectRows } from './index10.js';

/** The champion's rows in the challenger's order where both files hold the same rows; the checks say where not. */
                          
                                   
                      
 

/** Matches rows by id, whatever their order: both files must have every row, with the same truth. */
function pairPredictions(challenger             , champion             )          {
  const { ids, source, rows } = challenger;
  const its = champion.source;
  const twins = new Uint32Array(rows.n).fill(NO_TWIN);
  const missing = collectFaults();
  for (let row = 0; row < rows.n; row++) {
    const twin = champion.ids.rowOf(ids, row);
    if (twin === undefined)
      missing.add(`missing from ${its.file}`, namedRow(source, challenger.places[row] ?? 0, source.id));
    else twins[row] = twin;
  }
  const matched = selectRows(champion.rows, twins);
  const checks = [
    ...faultCheck(both(missing, onlyInChampion(challenger, champion)), rows.n, {
      id: `${its.role}.ids`,
      title: `Challenger's and ${its.role}'s rows are the same`,
      expected: `${source.file} and ${its.file} to have the same ids`,
      hint: 'Score the same hold-out rows with both models',
    }),
    ...faultCheck(labelledOtherwise(), rows.n, {
      id: `${its.role}.labels`,
      title: `Challenger's and ${its.role}'s labels are the same`,
      expected: `every row to have the same truth in ${source.file} and ${its.file}`,
      hint: 'Write both files from the same labelled hold-out',
    }),
    ...(source.reading.unlike?.(challenger, champion) ?? []),
  ];
  if (checks.length > 0) return { checks }
  const taken = source.reading.needs.map(({ role, side }) => {
    const column = (side === 'output' ? matched : rows).columns.get(role);
    return column ? [[role, column]         ] : []
  });
  return { checks: [paired(challenger, its, matched)], rows: { n: rows.n, columns: new Map(taken.flat()) } }

  /** Rows that both files have, with another truth in the champion's. */
  function labelledOtherwise()         {
    const faults = collectFaults();
    for (const { role, column } of source.reading.needs.filter(({ side }) => side === 'truth')) {
      const same = sameCell(rows.columns.get(role), matched.columns.get(role));
      for (let row = 0; row < rows.n; row++) {
        const twin = twins[row] ?? NO_TWIN;
        if (twin === NO_TWIN || same(row)) continue
        const line = (show      ) => `line ${show(its, champion.places[twin] ?? 0).line} of ${its.file}`;
        faults.add('labelled otherwise', namedRow(source, challenger.places[row] ?? 0, column, line));
      }
    }
    return faults
  }
}

/** Stands for the champion's row where it has none. */
const NO_TWIN = 0xffff_ffff;

/** Whether two columns hold the same in a row. */
function sameCell(mine                          , its                          )                           {
  if (!mine || !its) return () => false
  if ('numbers' in mine) return row => 'numbers' in its && mine.numbers[row] === its.numbers[row]
  if ('numbers' in its) return () => false
  const codeOf = new Map(mine.names.map((name, code) => [name, code]));
  const codes = its.names.map(name => codeOf.get(name));
  return row => mine.codes[row] === codes[its.codes[row] ?? 0]
}

function onlyInChampion(challenger             , champion             )         {
  const extra = collectFaults();
  const { source, places } = champion;
  for (let row = 0; row < champion.rows.n; row++)
    if (challenger.ids.rowOf(champion.ids, row) === undefined)
      extra.add(`only in ${source.file}`, namedRow(source, places[row] ?? 0, source.id));
  return extra
}

const both = (a        , b        ) => ({
  counts: new Map([...a.counts, ...b.counts]),
  locate: [...a.locate, ...b.locate],
});

/** Outputs that are all the same are worth a warning: perhaps the champion's file was given twice. */
function paired({ source, rows }             , its                  , matched      )        {
  const same = source.reading.needs
    .filter(({ side }) => side === 'output')
    .every(({ role }) => {
      const isSame = sameCell(rows.columns.get(role), matched.columns.get(role));
      for (let row = 0; row < rows.n; row++) if (!isSame(row)) return false
      return true
    });
  const check = {
    id: `${its.role}.rows-match`,
    title: `Challenger's and ${its.role}'s rows are the same`,
    measured: { value: rows.n, unit: 'rows', n: rows.n },
    required: { comparator: '='         , value: rows.n, unit: 'rows' },
  };
  return same
    ? {
        ...check,
        status: 'warn',
        reason: `Every prediction of ${source.file} equals the ${its.role}'s: the model was compared with itself`,
        hint: `Check that 'predictions' and '${its.role}' name the files of two models`,
      }
    : {
        ...check,
        status: 'pass',
        reason: `${counted(rows.n, 'row')} with the same ids and labels in ${source.file} and ${its.file}`,
      }
}

export { pairPredictions as p };
