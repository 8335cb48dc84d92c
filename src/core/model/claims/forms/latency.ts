import type { ClaimReader } from '../claim-reader.ts'
import type { Form } from '../forms.ts'
import { atMost } from './at-most.ts'

const UNITS = new Map([
  ['ms', 1],
  ['s', 1000],
])

/** `latency p95 <= NUMBER ms`, of any percentile, `median` for the 50th. */
export const latency: Form = {
  words: ['latency'],
  read(reader) {
    const quantile = percentile(reader)
    const { value } = atMost(reader, 'latency', UNITS)
    return { kind: 'latency', quantile, value }
  },
}

function percentile(reader: ClaimReader): number {
  const token = reader.peek()
  const percent = token.text.toLowerCase() === 'median' ? 50 : Number(/^p(\d{1,2})$/i.exec(token.text)?.[1])
  if (!(percent > 0)) throw reader.unexpected("'median' or a percentile such as 'p95' after 'latency'")
  reader.take()
  return percent / 100
}
