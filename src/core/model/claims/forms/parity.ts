import type { Parity } from '../claim.ts'
import type { ClaimReader } from '../claim-reader.ts'
import type { Form } from '../forms.ts'

/** The four-fifths rule: a group is chosen at least 80 % as often as the one that is chosen most (29 CFR 1607.4 D). */
const FOUR_FIFTHS = 0.8

/**
 * `fair by COLUMN`, `impact ratio by COLUMN >= NUMBER`, and `equal opportunity`, `equalized odds` or `predictive parity`
 * `by COLUMN within NUMBER`; `COLUMN and COLUMN` for groups that both make.
 */
export const parities: readonly Form[] = [
  { words: ['fair'], read: reader => ({ kind: 'fair', by: by(reader), value: FOUR_FIFTHS }) },
  { words: ['impact', 'ratio'], read: impactRatio },
  difference('equal-opportunity'),
  difference('equalized-odds'),
  difference('predictive-parity'),
]

function impactRatio(reader: ClaimReader): Pick<Parity, 'kind' | 'by' | 'value'> {
  const columns = by(reader)
  const sign = reader.peek().text
  if (sign !== '>=' && sign !== '≥') throw reader.unexpected("'>=' after the column")
  reader.take()
  return { kind: 'impact-ratio', by: columns, value: proportion(reader, sign, 'a ratio') }
}

function difference(kind: 'equal-opportunity' | 'equalized-odds' | 'predictive-parity'): Form {
  return {
    words: kind.split('-'),
    read(reader) {
      const columns = by(reader)
      reader.word('within')
      return { kind, by: columns, value: proportion(reader, 'within', 'a difference') }
    },
  }
}

function by(reader: ClaimReader): string[] {
  reader.word('by')
  const columns = [reader.name("the name of a column after 'by'")]
  while (reader.has('and')) columns.push(reader.name("the name of a column after 'and'"))
  return columns
}

function proportion(reader: ClaimReader, after: string, what: string): number {
  const { value, token } = reader.number(after)
  if (value > 0 && value < 1) return value
  throw reader.error('claims.out-of-range', `Expected ${what} above 0 and below 1 but found ${token.text}`, { token })
}
