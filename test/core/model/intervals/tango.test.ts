import { expect, it } from 'vitest'
import { tango } from '../../../../src/core/model/intervals/tango.ts'
import { expectClose } from '../close.ts'

const Z = 1.959963984540054

it.each([10, 50, 1337])('is z² / (n + z²) either way when no pair of %i differs', n => {
  const reach = Z ** 2 / (n + Z ** 2)
  expectClose(tango(0, 0, n, 0.95), [-reach, reach])
})

it('mirrors when the models change places', () => {
  const [lower, upper] = tango(17, 5, 90, 0.9)
  expectClose(tango(5, 17, 90, 0.9), [-upper, -lower])
})

it('stays between -1 and 1, and ends there when every pair differs', () => {
  expect(tango(20, 0, 20, 0.95)[1]).toBe(1)
  expect(tango(0, 20, 20, 0.95)[0]).toBe(-1)
})

// Ends by mpmath at 40 digits, the nuisance share by maximising the constrained likelihood (test/cases/model/make_cases.py).
it.each([
  [57, 64, 1337, 0.95, [-0.021623195873238334, 0.011035833333592551]],
  [87, 158, 1337, 0.95, [-0.07616673068169785, -0.0304154290650728]],
  [0, 1, 44, 0.95, [-0.11807709698213287, 0.059393231116627955]],
  [3, 0, 20, 0.99, [-0.13647121126356643, 0.4355867202610557]],
  [0, 7, 50, 0.9, [-0.2392389959454846, -0.07772089782062992]],
  [30, 2, 60, 0.95, [0.31402078417686746, 0.6000067909943569]],
  [12, 12, 24, 0.95, [-0.3714514836085329, 0.3714514836085329]],
  [1000, 1200, 1_000_000, 0.95, [-0.0002921821642891831, -0.00010816415693674066]],
])('of %i gained and %i lost among %i', (gained, lost, n, level, ends) => {
  expectClose(tango(gained, lost, n, level), ends)
})
