import { l as locateChecks } from './index10.js';
import { a as showRowsOf } from './shown-rows.js';

/** Tells the places of checks on rows of these files, by reading the few rows again that are shown. */
function locateRows(checks                         , files                            )                   {
  const index = new Map(files.map(({ collected }, i) => [collected.source, i]));
  return showRowsOf(
    (...tables) =>
      locateChecks(checks, (source, place) => tables[index.get(source) ?? -1]?.at(place) ?? { line: 1, cells: [] }),
    ...files.map(({ shown }) => shown),
  )
}

export { locateRows as l };
