import { expect, it } from 'vitest'
import { stripLines } from '../../../src/report/figures/strip-lines.ts'

it('puts the drawing and the estimate where a telephone shows them', () => {
  const lines = stripLines([
    {
      sign: '✅',
      name: 'auc >= 0.78',
      value: 0.8225,
      interval: [0.7955, 0.8456],
      bar: 0.78,
      scale: [0.77, 0.86],
    },
    {
      sign: '🟡',
      name: 'recall >= 0.5',
      more: '40 rows',
      value: 0,
      interval: [-0.1, 0.1],
      bar: 0,
      scale: [-0.2, 0.2],
    },
  ])
  expect(lines).toEqual([
    '✅ auc >= 0.78',
    '     ┊   ├──────●────┤      0.8225 [0.7955, 0.8456]',
    '🟡 recall >= 0.5, 40 rows',
    '         ├────●─────┤       0 [−0.1000, 0.1000]',
  ])
  expect(lines[1]?.slice(0, 36)).toContain('0.8225')
})
