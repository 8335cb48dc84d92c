import type { Portal, PortalModel } from '../../core/portal/portal.ts'
import { serialNumber } from '../cyclonedx/serial-number.ts'
import { xmlText } from '../junit/xml.ts'
import { story } from '../life/told.ts'

/** Entries of the feed: the newest. */
const ENTRIES = 100
const LONGEST = 500

interface FeedOptions {
  readonly title: string
  /** Where the site will be read, with a slash at its end; without it links are relative to the feed. */
  readonly url: string | undefined
  sha256(text: string): string
}

/** What happened to models, the newest first, as an Atom feed (RFC 4287). Ids follow from what happened, so a later build repeats them. */
export function feed({ models, logs, now }: Portal, { title, url, sha256 }: FeedOptions): string {
  const entries = models
    .flatMap(model => story(model.life).map(event => ({ ...event, page: model })))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, ENTRIES)
  const id = (value: unknown) => serialNumber(sha256(JSON.stringify(value)))
  const about = (page: PortalModel) => `${url ?? ''}models/${page.slug}.html`
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  <id>${id(['feed', logs.map(({ name }) => name)])}</id>`,
    `  <title>${written(title)}</title>`,
    `  <updated>${entries[0]?.at ?? now}</updated>`,
    '  <author><name>Proofmark</name></author>',
    '  <generator uri="https://proofmark.dev/">proofmark</generator>',
    ...(url === undefined ? [] : [`  <link rel="self" type="application/atom+xml" href="${written(url)}feed.xml"/>`]),
    `  <link rel="alternate" type="text/html" href="${written(url ?? '')}index.html"/>`,
    ...entries.flatMap(({ at, model, what, more, page }) => [
      '  <entry>',
      `    <id>${id([page.log, page.name, at, model, what, more])}</id>`,
      `    <title>${written(`${model}: ${what.toLowerCase()}`)}</title>`,
      `    <updated>${at}</updated>`,
      `    <category term="${written(what.toLowerCase().replace(/\s+/g, '-'))}"/>`,
      `    <link rel="alternate" type="text/html" href="${written(about(page))}"/>`,
      `    <content type="text">${written(more === '' ? what : more)}</content>`,
      '  </entry>',
    ]),
    '</feed>',
    '',
  ].join('\n')
}

const written = (text: string): string => xmlText(text.slice(0, LONGEST).toWellFormed().replace(/\s+/g, ' '))
