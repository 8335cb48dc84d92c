/** What must not be committed: evidence is made anew by every run, and a private key is a secret. */
const ENTRIES = ['.proofmark/', '*.key']

/** The .gitignore with our entries added at its end; undefined where it has them all. */
export function ignoreText(before: string | undefined): string | undefined {
  const known = new Set(before?.split(/\r?\n/).map(line => line.trim().replace(/^\//, '').replace(/\/$/, '')))
  const missing = ENTRIES.filter(entry => !known.has(entry.replace(/\/$/, '')))
  if (missing.length === 0) return undefined
  const end = before?.includes('\r\n') ? '\r\n' : '\n'
  const start = before === undefined || before === '' || before.endsWith('\n') ? (before ?? '') : `${before}${end}`
  return `${start}${missing.map(entry => `${entry}${end}`).join('')}`
}
