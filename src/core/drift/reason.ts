import type { Status } from '../verdict.ts'
import { pValueWords } from '../wording/p-value.ts'
import { figure, percent } from './figure.ts'
import type { Measured } from './measure-columns.ts'

/** One sentence: what was expected, what was found, and how sure that is. */
export function reasonFor(status: Status, measured: Measured, alpha: number): string {
  const { column, method, measurement, limit, tested } = measured
  const { effect, detail, values, inference } = measurement
  const told = [detail, column.sensitive ? undefined : values].filter(part => part !== undefined).join(': ')
  const expected = `Expected ${method.quantity} of at most ${figure(limit)}`
  const found = `found ${figure(effect)}${told === '' ? '' : ` (${told})`}`
  if (!inference) return `${expected} ${status === 'fail' ? 'but' : 'and'} ${found}`
  const upper = `${figure(inference.interval[1])} with ${percent(1 - alpha)} confidence`
  const p = `adjusted ${pValueWords(tested?.adjustedPValue ?? 1)}`
  const sentences: Record<Status, string> = {
    fail: `${expected} but ${found}, ${p}`,
    inconclusive: `${expected} but ${found}, ${p}, and it may be up to ${upper}`,
    warn: `${expected} and ${found}, which is more than chance (${pValueWords(tested?.advisoryPValue ?? 1)}, Benjamini–Hochberg) but no more than ${upper}`,
    pass: `${expected} and ${found}, no more than ${upper}`,
  }
  return sentences[status]
}
