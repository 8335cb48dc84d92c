/** Lower-case hexadecimal SHA-256 of a text. */
export type Sha256 = (text: string) => string

/**
 * What an alert is recognised by in the next run: the rule, the file and the name of what was found, but neither line nor byte, so
 * that neither an edit above it nor a model trained again opens it anew. The nth of equals has n.
 */
export function fingerprints(sha256: Sha256): (ruleId: string, file: string, note: string) => string {
  const seen = new Map<string, number>()
  return (ruleId, file, note) => {
    const name = note.replace(/^byte \d+: /, '')
    const hash = sha256([ruleId, file, name].join('\0'))
    const nth = (seen.get(hash) ?? 0) + 1
    seen.set(hash, nth)
    return `${hash}:${nth}`
  }
}
