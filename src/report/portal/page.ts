import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Portal } from '../../core/portal/portal.ts'
import { VERSION } from '../../core/version.ts'
import { shown } from '../html/text.ts'
import { toText } from '../html/to-text.ts'

/** Files beside the pages. */
export const FILES = { style: 'portal.css', script: 'portal.js', feed: 'feed.xml' } as const

/** The pages that are not about one model. */
export const PAGES = [
  ['index.html', 'Overview'],
  ['data-owner.html', 'Data'],
  ['ml-engineer.html', 'Claims'],
  ['compliance-officer.html', 'Compliance'],
] as const

export interface PageOptions {
  /** Where it stands: `index.html`, `models/credit.html`. */
  readonly path: string
  readonly title: string
  /** What the site is called. */
  readonly site: string
  readonly now: Portal['now']
}

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"

/** A page of the site: nothing inline, nothing from elsewhere, and a content security policy that holds the browser to it. */
export function page({ path, title, site, now }: PageOptions, main: readonly ElementContent[]): string {
  const up = path.includes('/') ? '../' : ''
  const html = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('title', title === site ? shown(site) : `${shown(title)} · ${shown(site)}`),
      h('link', { rel: 'stylesheet', href: `${up}${FILES.style}` }),
      h('link', { rel: 'alternate', type: 'application/atom+xml', title: shown(site), href: `${up}${FILES.feed}` }),
      h('script', { src: `${up}${FILES.script}`, defer: true }),
    ]),
    h('body', [
      h('a.skip', { href: '#content' }, 'To the content'),
      h('header.site', [
        h('div', [
          h('a.name', { href: `${up}index.html` }, shown(site, 80)),
          h('nav', { ariaLabel: 'Site' }, [
            h(
              'ul',
              PAGES.map(([file, name]) =>
                h('li', h('a', { href: `${up}${file}`, ariaCurrent: file === path ? 'page' : undefined }, name)),
              ),
            ),
          ]),
        ]),
      ]),
      h('div.page', [h('main', { id: 'content' }, [...main]), footer(up, now)]),
    ]),
  ])
  return `<!doctype html>\n${toText([html])}\n`
}

const footer = (up: string, now: string): Element =>
  h('footer', [
    h('p', [
      `Built ${now} by proofmark ${VERSION} from logs that were read whole and verified. A certificate says that a model met a policy on this data. `,
      'Whether its signature was verified here stands with each; ',
      h('code', 'proofmark verify'),
      ' holds it against the model’s files, too. ',
      h('a', { href: `${up}${FILES.feed}` }, 'Feed'),
    ]),
  ])
