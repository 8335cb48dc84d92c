/** Entries that one Map of V8 can hold, with room to spare. */
const MAX_ENTRIES = 2 ** 24 - 2 ** 16

/** Every distinct key with the line on which it stands first. Exact, so it holds them all. */
export interface FirstLines {
  readonly maps: Map<string, number>[]
  size: number
}

/** No keys yet. */
export const noLines = (): FirstLines => ({ maps: [new Map()], size: 0 })

/** Whether the key is new; if so, it is kept. */
export function addKey(seen: FirstLines, key: string, line: number): boolean {
  for (const map of seen.maps) if (map.has(key)) return false
  let last = seen.maps.at(-1)
  if (!last || last.size >= MAX_ENTRIES) {
    last = new Map()
    seen.maps.push(last)
  }
  last.set(key, line)
  seen.size += 1
  return true
}

/** Takes in the keys of the rows that follow; those known already are told to `repeated`. */
export function mergeKeys(seen: FirstLines, later: FirstLines, repeated: (key: string, line: number) => void): void {
  for (const map of later.maps) {
    for (const [key, line] of map) if (!addKey(seen, key, line)) repeated(key, line)
  }
}
