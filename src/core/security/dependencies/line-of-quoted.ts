const QUOTED = /"([^"\n]*)"|'([^'\n]*)'/g

/** Finds the 1-based line a quoted text stands on, one further each time it is asked for: TOML's parser keeps no lines. */
export function lineOfQuoted(toml: string): (text: string) => number {
  const lines = new Map<string, number[]>()
  for (const [i, line] of toml.split('\n').entries()) {
    for (const [, double, single] of line.matchAll(QUOTED)) {
      const text = double ?? single ?? ''
      const known = lines.get(text)
      if (known) known.push(i + 1)
      else lines.set(text, [i + 1])
    }
  }
  return text => {
    const found = lines.get(text) ?? []
    return (found.length > 1 ? found.shift() : found[0]) ?? 1
  }
}
