const KEY = /^\s*("(?:[^"\\]|\\.)*")\s*:/

/** The 1-based lines that each key of a JSON text stands on, where each key has a line to itself; JSON's parser keeps no lines. */
export function jsonKeyLines(text: string): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>()
  for (const [i, line] of text.split('\n').entries()) {
    const quoted = KEY.exec(line.slice(0, MAX_KEY))?.[1]
    if (quoted === undefined) continue
    const key = unquoted(quoted)
    const known = lines.get(key)
    if (known) known.push(i + 1)
    else lines.set(key, [i + 1])
  }
  return lines
}

const MAX_KEY = 1024

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}
