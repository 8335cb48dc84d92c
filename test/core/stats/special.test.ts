import { describe, expect, test } from 'vitest'
import {
  betainc,
  betaincc,
  betainccinv,
  betaincinv,
  erf,
  erfc,
  gammainc,
  gammaincc,
  gammainccinv,
  gammaincinv,
  lgamma,
} from '../../../src/core/stats/index.ts'
import { expectClose } from './expect-close.ts'

// every expected value: mpmath 1.4.1 with 60 digits

describe('lgamma', () => {
  test.each([
    [1e-10, 23.025850929882736],
    [0.001, 6.907178885383853],
    [0.3, 1.0957979948180756],
    [0.5, 0.5723649429247001],
    [0.9999999999990905, 5.249745890089625e-13],
    [1.0000000000009095, -5.249745890076018e-13],
    [1.3, -0.10817480950786047],
    [1.9999999999990905, -3.845201127643794e-13],
    [2.7, 0.4348205536551047],
    [10.5, 13.940625219403763],
    [171.25, 707.8579296227101],
    [100000000.0, 1742068066.1038346],
  ])('of %d, also next to its zeros', (x, expected) => {
    expectClose(lgamma(x), expected, `lgamma(${x})`, 2e-15)
  })

  test('refuses what is not above 0', () => {
    for (const x of [0, -1, Number.NaN]) expect(() => lgamma(x)).toThrow(RangeError)
  })
})

describe('erf and erfc', () => {
  test.each([
    [1e-18, 1.1283791670955127e-18, 1.0],
    [0.01, 0.011283415555849618, 0.9887165844441503],
    [-0.3, -0.3286267594591274, 1.3286267594591274],
    [0.47, 0.4937450508860821, 0.5062549491139179],
    [1.5, 0.9661051464753108, 0.033894853524689274],
    [-2.5, -0.999593047982555, 1.999593047982555],
    [4.0, 0.9999999845827421, 1.541725790028002e-8],
    [10.0, 1.0, 2.088487583762545e-45],
    [26.5, 1.0, 2.2109076642637343e-307],
  ])('of %d', (x, expected, complement) => {
    expectClose(erf(x), expected, `erf(${x})`, 1e-15)
    expectClose(erfc(x), complement, `erfc(${x})`, 1e-15)
  })

  test('at the ends', () => {
    expect([erf(Infinity), erf(-Infinity), erfc(Infinity), erfc(-Infinity), erfc(30)]).toEqual([1, -1, 0, 2, 0])
  })
})

describe('regularised incomplete gamma functions', () => {
  test.each([
    [0.001, 1e-30, 0.933792377658673, 0.066207622341327],
    [0.001, 2.0, 0.999951023082169, 4.897691783098148e-5],
    [0.25, 0.3, 0.7713307206282927, 0.22866927937170728],
    [0.5, 1e-8, 0.00011283791633342487, 0.9998871620836666],
    [1.0, 0.7, 0.5034146962085905, 0.4965853037914095],
    [3.5, 30.0, 0.9999999998490444, 1.509555302298912e-10],
    [10.0, 2.0, 4.6498075017263805e-5, 0.9999535019249828],
    [50.0, 49.0, 0.46210439360094024, 0.5378956063990598],
    [250.0, 400.5, 0.9999999999999998, 2.624803308852407e-16],
    [1000.0, 900.0, 0.0005499022657117829, 0.9994500977342882],
    [5000.0, 5300.0, 0.9999844548842145, 1.5545115785517565e-5],
  ])('at a = %d, x = %d', (a, x, lower, upper) => {
    expectClose(gammainc(a, x), lower, 'P', 2e-13)
    expectClose(gammaincc(a, x), upper, 'Q', 2e-13)
  })

  test.each([0.01, 0.5, 1, 7.5, 400])('their inverses give back the tail, a = %d', a => {
    for (const p of [1e-200, 1e-20, 0.001, 0.3, 0.5, 0.9]) {
      const x = gammaincinv(a, p)
      if (x > 0) expectClose(gammainc(a, x), p, `P(${a}, ${x})`, 1e-12)
      expectClose(gammaincc(a, gammainccinv(a, p)), p, `Q(${a}, x)`, 1e-12)
    }
  })
})

describe('regularised incomplete beta function', () => {
  test.each([
    [0.001, 0.2, 0.003, 0.9895487018417132, 0.01045129815828685],
    [0.2, 0.001, 0.997, 0.01045129815828685, 0.9895487018417132],
    [0.5, 0.5, 1e-20, 6.366197723675813e-11, 0.999999999936338],
    [0.003, 20.0, 1e-5, 0.9763801344364397, 0.023619865563560282],
    [1.0, 1.0, 0.3, 0.3, 0.7],
    [2.0, 3.0, 0.999, 0.999999996003, 3.997000000000011e-9],
    [30.0, 3.0, 0.2, 3.463891124224006e-19, 1.0],
    [952.0, 49.0, 0.99, 1.0, 4.344395166039671e-19],
    [3000.0, 0.5, 0.999, 0.014285606783716074, 0.985714393216284],
    [5000.0, 5000.0, 0.52, 0.9999685290836797, 3.147091632030982e-5],
    [0.5, 50000.0, 0.0001, 0.9984349802378274, 0.0015650197621725585],
    [400.0, 600.0, 0.2, 1.0949635834333884e-47, 1.0],
  ])('at a = %d, b = %d, x = %d', (a, b, x, lower, upper) => {
    expectClose(betainc(a, b, x), lower, 'I', 1e-12)
    expectClose(betaincc(a, b, x), upper, '1 − I', 1e-12)
  })

  test.each([
    [0.5, 0.5],
    [1, 9],
    [2.5, 300],
    [40, 41],
  ])('its inverses give back the tail, a = %d, b = %d', (a, b) => {
    for (const p of [1e-100, 1e-9, 0.02, 0.5, 0.7]) {
      expectClose(betainc(a, b, betaincinv(a, b, p)), p, `I(${a}, ${b})`, 1e-12)
      // 1 − x is not a double: the smaller tail is asked from the other end
      expectClose(betainccinv(a, b, p), 1 - betaincinv(b, a, p), `${a}, ${b}, ${p}`, 1e-14)
    }
  })
})
