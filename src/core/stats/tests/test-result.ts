/** What every test returns: its statistic and the probability, if the null hypothesis holds, of one at least as extreme. */
export type TestResult = { statistic: number; pValue: number }
