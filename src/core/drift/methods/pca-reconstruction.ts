import { featureRows } from '../joint/features.ts'
import { halfSplit } from '../joint/half-split.ts'
import { numbersCompared } from '../joint/numbers-compared.ts'
import { reconstruction } from '../joint/reconstruction.ts'
import { defineMethod } from '../method.ts'
import { SAME_DISTRIBUTION } from '../same-distribution.ts'

/** Most features whose components are looked for. */
const WIDEST = 80

/** Whether rows fit the correlations of the reference as its own rows do. */
export const pcaReconstruction = defineMethod({
  ...SAME_DISTRIBUTION,
  id: 'pca-reconstruction',
  title: 'PCA reconstruction error',
  variant:
    'Over a sample of at most 2 000 rows of each table, drawn by their place: principal components of one random half of the reference, as many ' +
    'as hold 65 % of the variance; the distance of each row from what they say of it. Effect: the KS distance of these errors between the other half of the ' +
    'reference and the current rows, with its test and bounds. Numbers over mean and deviation of the reference, up to 20 most frequent ' +
    'categories of a column, one mark each; a mark for missing',
  accepts: ['rows', 'embedding'],
  quantity: 'a KS distance of reconstruction errors',
  needs: 'at least 20 rows and two to 80 features',
  measure(column, alpha, seed) {
    if (!column.joint) return undefined
    const { reference, current } = featureRows(column.joint.rows, column.joint.columns)
    const width = reference[0]?.length ?? 0
    if (Math.min(reference.length, current.length) < 20 || width < 2 || width > WIDEST) return undefined
    const [base, rest] = halfSplit(reference, seed)
    const { kept, error } = reconstruction(base)
    const measured = numbersCompared(column, rest.map(error), current.map(error), alpha)
    if (!measured) return undefined
    const { values, ...told } = measured
    return { ...told, detail: `error: ${values ?? ''}; ${kept} of ${width} components` }
  },
})
