import type { Verdict } from '../../core/verdict.ts'
import { type Cell, cell, dateCell, htmlTable } from './html-table.ts'
import { day } from './lanes.ts'
import { layout } from './layout.ts'
import { LEGEND } from './legend.ts'
import { STYLE, STYLE_HASH } from './style.ts'
import { escapeHtml, svg } from './svg.ts'
import { certificateWords, inWords, type LifeReport, story } from './told.ts'

/** Units of the picture on a screen and on a telephone. */
const WIDE = 1000
const NARROW = 340

const STATE: Record<Verdict, readonly [string, string]> = {
  passed: ['good', '✔ agrees'],
  failed: ['bad', '✘ wrong'],
  inconclusive: ['warn', '? unknown'],
}

/**
 * Models' lives as one page that stands alone: no script, no font, no picture from elsewhere, and a content security policy that
 * allows nothing but its own style, and the same sheet as a file beside it: a server such as Jenkins forbids what is in the page.
 */
export function lifeHtml(report: LifeReport, styleFile: string): string {
  const { log, unwitnessed, life } = report
  const shared = sharedName(life.models.map(({ name }) => name))
  const title = escapeHtml(shared === undefined ? `The life of ${life.models.length} models` : `The life of ${shared}`)
  const policy = `default-src 'none'; style-src '${STYLE_HASH}' 'self'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
<link rel="stylesheet" href="${escapeHtml(styleFile)}">
</head>
<body>
<main>
<h1>${title}</h1>
<p class="soft">As the log ${escapeHtml(log)} tells it, on ${day(life.now)}.</p>
${unwitnessed === undefined ? '' : `<p>? ${escapeHtml(unwitnessed)}</p>\n`}${[now(report), targetsOf(report), duesOf(report), timeLine(report), happened(report)].filter(part => part !== '').join('\n')}
</main>
</body>
</html>
`
}

function now({ life, targets }: LifeReport): string {
  const models = life.models.map((model): Cell[] => {
    const places = targets.filter(({ to }) => to?.id === model.id).map(({ target }) => target)
    return [
      cell(model.name, 'short'),
      { html: `<code>${escapeHtml(model.id.slice(0, 12))}</code>`, kind: 'short' },
      cell(certificateWords(model), 'wide'),
      cell(places.join(', ') || '–'),
    ]
  })
  return section('now', 'Now', htmlTable(['Model', 'Model id', 'Certificate', 'In production'], models))
}

function targetsOf({ targets }: LifeReport): string {
  if (targets.length === 0) return ''
  const found = targets.map(({ target, to, at, verdict, found: said }): Cell[] => [
    { html: `<span class="state ${STATE[verdict][0]}">${STATE[verdict][1]}</span>`, kind: 'short' },
    cell(target),
    cell(to?.name ?? 'nothing', 'short'),
    dateCell(at),
    cell(said, 'wide'),
  ])
  return section('targets', 'Targets', htmlTable(['State', 'Target', 'Points at', 'Since', 'Found'], found))
}

function duesOf({ dues }: LifeReport): string {
  if (dues.length === 0) return ''
  const items = dues.map(({ model, what, at, overdue }) => {
    const state = overdue ? '<span class="state bad">overdue</span>' : '<span class="state warn">soon</span>'
    return `<li>${state} ${escapeHtml(`${model}: ${what} on ${day(at)}`)}</li>`
  })
  return section('due', 'Due', `<ul>${items.join('')}</ul>`)
}

function timeLine({ life }: LifeReport): string {
  const about = { title: 'Time line', description: inWords(life) }
  const figure = `<figure>
${svg(layout(life, WIDE), { id: 'wide', ...about })}
${svg(layout(life, NARROW), { id: 'narrow', ...about })}
<figcaption>${LEGEND}</figcaption>
</figure>`
  return section('line', 'Time line', figure)
}

function happened({ life }: LifeReport): string {
  const events = story(life).map(({ at, model, what, more }) => [
    dateCell(at),
    cell(model, 'short'),
    cell(what, 'short'),
    cell(more, 'wide'),
  ])
  return section('story', 'What happened', htmlTable(['When', 'Model', 'What', 'More'], events))
}

const section = (id: string, title: string, body: string) =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>\n${body}\n</section>`

/** What all names begin with, word by word; undefined where they begin differently. */
function sharedName(names: readonly string[]): string | undefined {
  const [first = [], ...others] = names.map(name => name.split(' '))
  const begins = (words: readonly string[], count: number) => words.slice(0, count).join(' ')
  const shared = first.filter((_, i) => others.every(words => begins(words, i + 1) === begins(first, i + 1)))
  return shared.length === 0 ? undefined : shared.join(' ')
}
