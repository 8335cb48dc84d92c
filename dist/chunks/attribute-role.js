import { p as probability } from './clopper-pearson.js';

/**
 * Adjusts p-values in order of size: `factor(rank, m)` multiplies the rank-th smallest (from 1) of m, then the running
 * maximum from the smallest up (`down`) or the running minimum from the largest down (`up`) keeps the order; capped at 1.
 */
function stepAdjusted(
  p                   ,
  direction               ,
  factor                                     ,
)           {
  const values = Array.from(p, probability);
  const m = values.length;
  const order = values.map((_, i) => i).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
  const adjusted = values.map(() => 1);
  let running = direction === 'up' ? 1 : 0;
  for (let step = 0; step < m; step++) {
    const rank = direction === 'up' ? m - step : step + 1;
    const index = order[rank - 1] ?? 0;
    const scaled = Math.min(1, (values[index] ?? 1) * factor(rank, m));
    running = direction === 'up' ? Math.min(running, scaled) : Math.max(running, scaled);
    adjusted[index] = running;
  }
  return adjusted
}

/** p-values adjusted to control the false discovery rate of independent tests (Benjamini and Hochberg 1995). */
function benjaminiHochberg(p                   )           {
  return stepAdjusted(p, 'up', (rank, m) => m / rank)
}

/** The role of a column that tells rows apart, such as the region: its check's id ends with it. */
const attributeRole = (column        )         => `column.${column}`;

export { attributeRole as a, benjaminiHochberg as b, stepAdjusted as s };
