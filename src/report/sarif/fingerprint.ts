/** Lower-case hexadecimal SHA-256 of a text. */
export type Sha256 = (text: string) => string

/** Cells of a notebook and lines in them move, and a baseline comes and goes. */
const PLACE_OF_SECRET = / \(.*$|, of the baseline$/

/**
 * What an alert is recognised by in the next run: the rule, the file and the name of what was found, but neither line nor byte, so
 * that neither an edit above it nor a model trained again opens it anew. The nth of equals has n.
 */
export function fingerprints(sha256: Sha256): (ruleId: string, file: string, note: string) => string {
  const seen = new Map<string, number>()
  return (ruleId, file, note) => {
    const [first = '', ...rest] = note.split('\0')
    const shown = ruleId === 'secrets' ? first.replace(PLACE_OF_SECRET, '') : first.replace(/^byte \d+: /, '')
    const name = [shown, ...rest].join('\0')
    const hash = sha256([ruleId, file, name].join('\0'))
    const nth = (seen.get(hash) ?? 0) + 1
    seen.set(hash, nth)
    return `${hash}:${nth}`
  }
}
