import type { ClaimReader } from './claim-reader.ts'
import { CONDITIONS, type Condition, type Scope } from './scope.ts'

/** What stands behind a requirement, in any order, each at most once. */
export interface Modifiers {
  readonly scope?: Scope
  readonly alpha?: number
  readonly leastRows?: number
}

/** `on COLUMN = VALUE and …`, `on every COLUMN and …`, `at alpha NUMBER`, `with at least NUMBER rows`. */
export function modifiers(reader: ClaimReader): Modifiers {
  let found: Modifiers = {}
  for (;;) {
    if (found.scope === undefined && reader.has('on')) found = { ...found, scope: scope(reader) }
    else if (found.alpha === undefined && reader.has('at')) found = { ...found, alpha: alpha(reader) }
    else if (found.leastRows === undefined && reader.has('with')) found = { ...found, leastRows: leastRows(reader) }
    else return found
  }
}

function scope(reader: ClaimReader): Scope {
  if (reader.has('every')) {
    const columns = [reader.name("the name of a column after 'every'")]
    while (reader.has('and')) columns.push(reader.name("the name of a column after 'and'"))
    return { kind: 'every', columns }
  }
  const conditions = [condition(reader, 'on')]
  while (reader.has('and')) conditions.push(condition(reader, 'and'))
  return { kind: 'where', conditions }
}

function condition(reader: ClaimReader, after: string): Condition {
  const column = reader.name(`the name of a column after '${after}'`)
  const token = reader.peek()
  const comparator = CONDITIONS.find(known => known === plain(token.text))
  if (!comparator) throw reader.unexpected(`${CONDITIONS.map(known => `'${known}'`).join(', ')} after '${column}'`)
  reader.take()
  if (comparator === '=' || comparator === '!=')
    return { column, comparator, value: reader.name(`a value after '${token.text}'`) }
  return { column, comparator, value: String(reader.number(token.text).value) }
}

/** With the signs of ASCII. */
const plain = (comparator: string) => comparator.replace('≤', '<=').replace('≥', '>=').replace(/^==$/, '=')

function alpha(reader: ClaimReader): number {
  reader.word('alpha')
  const { value, token } = reader.number('alpha')
  if (value > 0 && value <= 0.25) return value
  throw reader.error('claims.out-of-range', `Expected an alpha above 0 and at most 0.25 but found ${token.text}`, {
    token,
    hint: 'Give the chance of passing a model that does not meet the claim, e.g. 0.01',
  })
}

function leastRows(reader: ClaimReader): number {
  for (const word of ['at', 'least']) reader.word(word)
  const { value, token } = reader.number('at least')
  reader.word('rows')
  if (Number.isInteger(value) && value >= 1) return value
  throw reader.error('claims.out-of-range', `Expected a whole number of rows but found ${token.text}`, { token })
}

/** Throws unless the requirement ends here. */
export function requireEnd(reader: ClaimReader): void {
  const { kind, text } = reader.peek()
  if (kind !== 'end' && !['on', 'at', 'with'].includes(text.toLowerCase())) throw reader.unexpected('the claim to end')
}
