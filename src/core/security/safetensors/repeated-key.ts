const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gy
const SPACE = /\s*/y

/** The first key that one object of a JSON text has twice, which readers resolve differently; undefined where there is none. */
export function repeatedKey(json: string): string | undefined {
  const open: (Set<string> | undefined)[] = []
  let previous = ''
  for (const token of tokens(json)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(undefined)
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':') {
      const key: unknown = JSON.parse(previous)
      const keys = open.at(-1)
      if (typeof key === 'string' && keys?.has(key)) return key
      keys?.add(String(key))
    }
    previous = token
  }
  return undefined
}

function* tokens(json: string): Generator<string> {
  for (let at = 0; at < json.length; ) {
    SPACE.lastIndex = at
    SPACE.exec(json)
    TOKEN.lastIndex = SPACE.lastIndex
    const [token] = TOKEN.exec(json) ?? []
    if (token === undefined) return
    yield token
    at = TOKEN.lastIndex
  }
}
