import { studentT } from '../../stats/index.ts'
import { clusteredMean } from '../../stats/intervals/clustered-mean.ts'
import { defineBehaviour } from '../behaviour.ts'
import { dependence } from '../dependence.ts'
import { formatNumber } from '../format.ts'

/** Whether it would cost less to predict the class that costs least by the model's own probabilities. */
export const classChoice = defineBehaviour({
  id: 'class-choice',
  title: 'A choice of classes that costs no more than need be',
  check({ trial: { task, settings, rows, whole } }) {
    if (dependence(settings) !== undefined || whole.shortage !== undefined) return []
    const savings = task.savings?.(rows, settings)
    if (!savings) return []
    const { level } = settings
    const { mean, standardError, df } = clusteredMean(savings)
    const reach = studentT(df).isf((1 - level) / 2) * standardError
    const interval: [number, number] = [mean - reach, mean + reach]
    const saves = interval[0] > 0
    const words = `${formatNumber(mean)} [${interval.map(end => formatNumber(end)).join(', ')}]`
    return [
      {
        id: 'class-choice',
        title: 'No other choice of class costs less',
        status: saves ? 'warn' : 'pass',
        measured: { value: mean, interval, level, method: 'student-t', n: rows.n },
        required: { comparator: '<=', value: 0 },
        reason: saves
          ? `To predict the class of the least expected cost would cost ${words} less per row`
          : `Nothing shows that the class of the least expected cost would cost less: ${words} per row`,
        ...(saves ? { hint: 'Predict the class whose cost, over the probabilities of the classes, is least' } : {}),
      },
    ]
  },
})
