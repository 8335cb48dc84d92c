import type { Check } from '../../evidence.ts'
import { grouped } from '../../wording/grouped.ts'
import type { PredictionSource } from '../predictions/prediction-source.ts'

/** More names than these are no classes. */
const MOST = 255

/** An inconclusive check where there are so many names that they are no classes; none is shown. */
export function manyClasses({ file, role }: PredictionSource, classes: readonly string[]): Check[] {
  if (classes.length <= MOST) return []
  return [
    {
      id: `${role}.classes`,
      title: `Classes of ${file}`,
      status: 'inconclusive',
      measured: { value: classes.length, unit: 'classes' },
      required: { comparator: '<=', value: MOST, unit: 'classes' },
      reason: `Expected at most ${MOST} classes but found ${grouped(classes.length)} different names`,
      hint: "Set 'label' and 'predicted' to the columns of the true and the predicted class",
      locations: [{ file }],
    },
  ]
}
