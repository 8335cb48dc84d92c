import { g as grouped } from './grouped.js';

/** A number for a sentence: four significant digits, or as many more as tell it from `other`. */
function formatNumber(value        , other = value)         {
  for (let digits = 4; digits < 17; digits++) {
    const short = Number(value.toPrecision(digits));
    if (value === other || short !== Number(other.toPrecision(digits))) return String(short)
  }
  return String(value)
}

/** A count and what it counts: `1 row`, `2 100 rows`. */
const counted = (count        , noun        , nouns = `${noun}s`)         =>
  `${grouped(count)} ${count === 1 ? noun : nouns}`;

/** `a`, `a and b`, `a, b and c`; of a long list its first `most` and how many more. */
function listed(items                   , most = 8)         {
  const shown = items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? 'nothing')
}

export { counted as c, formatNumber as f, listed as l };
