/** What a page leads to, and what in it can be led to. */
export interface Links {
  /** Addresses but those of the web, each once: `#claims`, `models/a.html#claims`, `certificate.sigstore.json`. */
  readonly hrefs: readonly string[]
  /** Names of its parts, as often as they are given. */
  readonly ids: readonly string[]
}

/** The links of a page of HTML. */
export function linksOf(html: string): Links {
  const values = (name: string) => [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, v = '']) => v)
  const hrefs = values('href').map(href => href.replaceAll('&#x26;', '&').replaceAll('&amp;', '&'))
  return { hrefs: [...new Set(hrefs)].filter(href => !/^https?:/.test(href)), ids: values('id') }
}
