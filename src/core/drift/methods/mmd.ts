import { mmdTest, normal, seeded } from '../../stats/index.ts'
import { grouped } from '../../wording/grouped.ts'
import { halfSplit } from '../joint/half-split.ts'
import { vectors } from '../joint/vectors.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'

/** Vectors of a side that are compared. */
const DRAWN = 1000

/** Maximum mean discrepancy of embeddings. */
export const mmd = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'mmd',
  title: 'Maximum mean discrepancy',
  variant:
    'Unbiased MMD² (Gretton and others 2012), kernel exp(−d² / s), s the median of all squared distances; 0 where negative. Over at most 1 000 ' +
    'vectors a side, drawn by a seed made of the digests of both tables, of rows whose numbers are all finite. p by 499 permutations at most ' +
    '(sequential, Besag and Clifford 1991), so never below 0.002. Bounds: ± the normal quantile times the standard error of the linear part, ' +
    'and the upper quantile of 99 permuted values, which is its spread where nothing differs',
  accepts: ['embedding'],
  quantity: 'an MMD²',
  harmless: 0.015,
  needs: 'at least 10 rows of finite numbers',
  measure({ joint }, alpha, seed) {
    if (!joint) return undefined
    const [x, y] = [vectors(joint.rows.reference, joint.columns), vectors(joint.rows.current, joint.columns)]
    if (Math.min(x.length, y.length) < 10) return undefined
    const pick = (rows: number[][], name: string) =>
      rows.length > DRAWN ? halfSplit(rows, name).flat().slice(0, DRAWN) : rows
    const [drawnX, drawnY] = [pick(x, `${seed} x`), pick(y, `${seed} y`)]
    const { statistic, pValue, error, spread } = mmdTest(drawnX, drawnY, seeded(seed))
    const effect = Math.max(0, statistic)
    const margin = normal.isf(alpha) * error + spread(alpha)
    const unit = (n: number, m: number) => 1 / n + 1 / m
    const found = unit(drawnX.length, drawnY.length)
    return {
      effect,
      n: drawnX.length + drawnY.length,
      detail: `${joint.columns.length} dimensions, ${grouped(drawnX.length)} and ${grouped(drawnY.length)} vectors`,
      inference: {
        interval: [Math.max(0, statistic - margin), effect + margin],
        pValue,
        testable: error > 0 || statistic !== 0,
        rows: { reference: drawnX.length, current: drawnY.length },
        upperAt: (n, m, drifted) => (drifted ? effect : 0) + margin * Math.sqrt(unit(n, m) / found),
      },
    }
  },
})
