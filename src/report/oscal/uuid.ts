/** A UUID made of a SHA-256: equal contents have equal ones. It says version 5, by name: OSCAL takes 4 and 5 only, and not 8, which fits better. */
export function uuid(sha256: string): string {
  const variant = ((Number.parseInt(sha256[16] ?? '0', 16) & 0x3) | 0x8).toString(16)
  const hex = `${sha256.slice(0, 12)}5${sha256.slice(13, 16)}${variant}${sha256.slice(17, 32)}`
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
