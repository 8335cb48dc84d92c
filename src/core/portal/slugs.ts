const LONGEST = 60
const DIGITS = 8

/** Names of pages, one for each key: letters and digits of the name, and part of the key's digest where that alone is not clear. */
export function slugs(
  models: readonly { readonly name: string; readonly log: string }[],
  sha256: (text: string) => string,
): string[] {
  const plain = models.map(({ name }) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, LONGEST),
  )
  const times = new Map<string, number>()
  for (const slug of plain) times.set(slug, (times.get(slug) ?? 0) + 1)
  return models.map(({ name, log }, i) => {
    const slug = plain[i] ?? ''
    if (times.get(slug) === 1 && /^[a-z0-9-]+$/i.test(name)) return slug
    return `${slug === '' ? 'model' : slug}-${sha256(JSON.stringify([log, name])).slice(0, DIGITS)}`
  })
}
