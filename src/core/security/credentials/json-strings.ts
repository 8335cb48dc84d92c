/** A text in a JSON document. */
export interface JsonString {
  /** Keys and places that lead to it. */
  readonly path: readonly (string | number)[]
  readonly text: string
  /** 1-based line of the document. */
  readonly line: number
  readonly isKey: boolean
  /** Where the document has it, quotes included. */
  readonly start: number
  readonly end: number
}

interface Level {
  /** The place of the next item in a list, or the key whose value comes next. */
  at: string | number | undefined
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:\n]|[^\s{}[\],:"]+/g

/** Every text of a valid JSON document, keys too, front to back, without recursion. */
export function* jsonStrings(json: string): Generator<JsonString> {
  const levels: Level[] = []
  let line = 1
  for (const { 0: token, index: start } of json.matchAll(TOKEN)) {
    const level = levels.at(-1)
    if (token === '\n') line++
    else if (token === '{' || token === '[') levels.push({ at: token === '[' ? 0 : undefined })
    else if (token === '}' || token === ']') levels.pop()
    else if (token === ',' && level) level.at = typeof level.at === 'number' ? level.at + 1 : undefined
    else if (token.startsWith('"')) {
      const text: string = JSON.parse(token)
      const isKey = level !== undefined && level.at === undefined
      if (isKey) level.at = text
      yield { path: levels.flatMap(({ at }) => at ?? []), text, line, isKey, start, end: start + token.length }
    }
  }
}
