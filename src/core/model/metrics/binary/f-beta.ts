import { confusionMetric } from '../../confusion-metric.ts'
import { askedWith } from '../../evaluation.ts'

/** Mean of precision and recall in which recall counts beta times as much. */
export const fBeta = confusionMetric({
  id: 'f-beta',
  title: 'F-beta',
  aliases: ['fbeta', 'fbeta-score', 'f-beta-score'],
  better: 'higher',
  range: [0, 1],
  parameter: {
    expected: 'a beta above 0 and at most 100',
    accepts: beta => beta > 0 && beta <= 100,
    // F1 is a metric of its own.
    written: /f[-_]?(?!1(?![\d.]))(\d+(?:\.\d+)?)(?:[-_\s]*score)?(?![\w.])/iy,
    named: beta => ({ id: `f${beta}`, title: `F${beta}` }),
    with: (model, beta) => askedWith(model, { beta }),
  },
  value({ tp, fp, fn }, { beta }) {
    const own = (1 + beta ** 2) * tp
    return own / (own + beta ** 2 * fn + fp)
  },
})
