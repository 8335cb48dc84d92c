const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** The text of the first element of that name, its entities resolved (XML 1.0 §4.6, §4.1); undefined where there is none or it is empty. */
export function xmlText(xml: string, tag: string): string | undefined {
  const text = new RegExp(`<${tag}>([^<]+)</${tag}>`).exec(xml)?.[1]
  return text?.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (entity, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? entity
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity
  })
}
