import { g as grouped } from './grouped.js';
import { l as listed } from './format2.js';

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const NOT_FINITE = /^[+-]?(?:nan|inf|infinity)$/i;

/** The finite number a cell holds, or what is wrong with it. */
function finiteNumber(cell        )                  {
  const text = cell.trim();
  if (text === '') return 'empty'
  if (NOT_FINITE.test(text)) return 'not finite'
  if (!DECIMAL.test(text)) return 'not a number'
  const number = Number(text);
  return Number.isFinite(number) ? number : 'not finite'
}

/** Faults shown with their place; the others are only counted. */
const MOST_LOCATIONS = 5;

/** Faults of one kind: all of them counted by what is wrong, the first with their places. */
                         
                                                          
                                              
                                    
                                          
 

function collectFaults()         {
  const counts = new Map                ();
  const locate           = [];
  return {
    counts,
    locate,
    add(wrong, one) {
      counts.set(wrong, (counts.get(wrong) ?? 0) + 1);
      if (locate.length < MOST_LOCATIONS) locate.push(one);
    },
  }
}

/** An inconclusive check for the faults, none where there are none; `expected` is what should hold, as a clause. */
function faultCheck(
  faults                                   ,
  rows        ,
  { id, title, expected, hint }                                                               ,
)                 {
  const found = faults.counts.values().reduce((sum, count) => sum + count, 0);
  if (found === 0) return []
  const kinds = [...faults.counts].map(([wrong, count]) => `${grouped(count)} ${wrong}`);
  return [
    {
      id,
      title,
      status: 'inconclusive',
      measured: { value: found, unit: 'rows', n: rows },
      required: { comparator: '=', value: 0, unit: 'rows' },
      reason: `Expected ${expected} but found ${listed(kinds)}`,
      hint,
      locate: faults.locate,
    },
  ]
}

export { MOST_LOCATIONS as M, faultCheck as a, collectFaults as c, finiteNumber as f };
