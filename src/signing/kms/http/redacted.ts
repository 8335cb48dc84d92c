/** Characters of a service's own words that are told. */
const LONGEST = 300

/** A service's own words for a message: one line, not too long, and none of the secrets in them. */
export function redacted(words: string, secrets: readonly string[]): string {
  const hidden = secrets.filter(secret => secret.length >= 4).sort((a, b) => b.length - a.length)
  return hidden
    .reduce((text, secret) => text.replaceAll(secret, '***'), words)
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
}
