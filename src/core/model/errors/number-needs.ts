import type { Settings } from '../../settings/schema.ts'
import type { Need } from '../predictions/need.ts'

type Columns = Pick<Settings['certify'], 'label' | 'predicted' | 'lower' | 'upper'>

/** What is read where numbers are predicted: the true and the predicted one, and the ends of an interval where they are named. */
export const numberNeeds = ({ label, predicted = 'predicted', lower, upper }: Columns): Need[] => [
  {
    role: 'label',
    column: label,
    cells: 'number',
    side: 'truth',
    holds: 'the true number',
    title: 'Truths',
    expected: 'a number',
    hint: 'Write the true number of every row, or leave the row out of the hold-out',
  },
  output('predicted', predicted, 'the predicted number', 'Predictions'),
  ...(lower === undefined ? [] : [output('lower', lower, 'the lower end of the prediction interval', 'Lower ends')]),
  ...(upper === undefined ? [] : [output('upper', upper, 'the upper end of the prediction interval', 'Upper ends')]),
]

const output = (role: string, column: string, holds: string, title: string): Need => ({
  role,
  column,
  cells: 'number',
  side: 'output',
  holds,
  title,
  expected: 'a number',
  hint: 'Write a number for every row, with a decimal point',
})
