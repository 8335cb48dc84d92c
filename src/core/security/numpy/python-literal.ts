/** A value a numpy header may hold; a tuple is told from a list by `tuple`. */
export type Literal = string | number | boolean | null | Sequence | ReadonlyMap<string, Literal>

export interface Sequence {
  readonly tuple: boolean
  readonly items: readonly Literal[]
}

const MAX_DEPTH = 16
const TOKEN = /\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)"|(-?\d{1,15})L?|(True|False|None)\b|([()[\]{},:]))/y

interface Reader {
  readonly text: string
  at: number
}

interface Token {
  readonly text?: string
  readonly number?: number
  readonly word?: string
  readonly sign?: string
}

/** Reads one Python literal of strings, integers, True, False, None, tuples, lists and dicts, the whole text; undefined for anything else. */
export function readLiteral(text: string): Literal | undefined {
  const reader = { text, at: 0 }
  const value = readValue(reader, next(reader), 0)
  return value !== undefined && text.slice(reader.at).trim() === '' ? value : undefined
}

function next(reader: Reader): Token | undefined {
  TOKEN.lastIndex = reader.at
  const match = TOKEN.exec(reader.text)
  if (!match) return undefined
  reader.at = TOKEN.lastIndex
  const [, single, double, digits, word, sign] = match
  if (digits !== undefined) return { number: Number(digits) }
  if (word !== undefined) return { word }
  return sign === undefined ? { text: single ?? double ?? '' } : { sign }
}

function readValue(reader: Reader, token: Token | undefined, depth: number): Literal | undefined {
  if (!token || depth > MAX_DEPTH) return undefined
  if (token.text !== undefined) return token.text
  if (token.number !== undefined) return token.number
  if (token.word !== undefined) return token.word === 'None' ? null : token.word === 'True'
  if (token.sign === '{') return readDict(reader, depth)
  if (token.sign === '(') return readItems(reader, ')', depth)
  return token.sign === '[' ? readItems(reader, ']', depth) : undefined
}

function readItems(reader: Reader, end: string, depth: number): Literal | undefined {
  const items: Literal[] = []
  for (let comma = true; ; ) {
    const token = next(reader)
    if (token?.sign === end)
      return end === ')' && items.length === 1 && !comma ? items[0] : { tuple: end === ')', items }
    if (!comma) return undefined
    const item = readValue(reader, token, depth + 1)
    if (item === undefined) return undefined
    items.push(item)
    const at = reader.at
    comma = next(reader)?.sign === ','
    if (!comma) reader.at = at
  }
}

function readDict(reader: Reader, depth: number): Literal | undefined {
  const entries = new Map<string, Literal>()
  for (let comma = true; ; ) {
    const key = next(reader)
    if (key?.sign === '}') return entries
    if (!comma || key?.text === undefined || entries.has(key.text) || next(reader)?.sign !== ':') return undefined
    const value = readValue(reader, next(reader), depth + 1)
    if (value === undefined) return undefined
    entries.set(key.text, value)
    const at = reader.at
    comma = next(reader)?.sign === ','
    if (!comma) reader.at = at
  }
}
