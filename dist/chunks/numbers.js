import { p as powerAbove } from './power-above.js';

/** A number for people: four significant digits, thousands apart, a true minus sign. */
function formatNumber(value        )         {
  if (Number.isInteger(value)) return sign(grouped(value))
  const size = Math.abs(value);
  if (size >= 1000) return sign(grouped(Math.round(value)))
  if (size < 0.00005) return sign(value.toExponential(1))
  if (size < 0.01) return sign(value.toPrecision(2))
  return sign(size < 1 ? value.toFixed(4) : value.toPrecision(4))
}

/** A limit somebody set, as they would write it: `0.78`. */
const formatLimit = (value        )         =>
  Number.isInteger(value) ? formatNumber(value) : sign(String(Number(value.toPrecision(6))));

/** A share of one as a percentage. */
function formatShare(share        )         {
  const percent = share * 100;
  if (percent === 0 || percent === 100) return `${percent}\u202f%`
  return `${percent < 0.1 ? percent.toPrecision(1) : percent.toFixed(1)}\u202f%`
}

/** A level or another share that somebody chose, as they would write it: `95 %`. */
const formatPercent = (share        )         => `${formatLimit(Number((share * 100).toPrecision(6)))}\u202f%`;

/** A p-value: two digits, and of one below 0.001 the power of ten that it is below. */
const formatP = (p        )         => (p < 0.001 ? `<\u202f${powerAbove(p)}` : p.toPrecision(2));

const formatInterval = ([low, high]                           )         =>
  `[${formatNumber(low)}, ${formatNumber(high)}]`;

/** Bytes in the unit that reads best. */
function formatBytes(bytes        )         {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${power === 0 ? bytes : (bytes / 1000 ** power).toPrecision(3)} ${units[power]}`
}

/** `1 row`, `1 337 rows`. */
const count = (n        , noun        , plural = `${noun}s`)         =>
  `${formatNumber(n)} ${n === 1 ? noun : plural}`;

/** Not toLocaleString, which loads the languages of the world: a tenth of a cold start. */
const grouped = (whole        ) => String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
const sign = (text        ) => text.replace('-', '\u2212');

export { formatBytes as a, formatShare as b, count as c, formatLimit as d, formatP as e, formatNumber as f, formatInterval as g, formatPercent as h };
