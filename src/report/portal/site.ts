import type { Portal } from '../../core/portal/portal.ts'
import { complianceOfficerPage } from './compliance-officer-page.ts'
import { dataOwnerPage } from './data-owner-page.ts'
import { feed } from './feed.ts'
import { indexPage } from './index-page.ts'
import { mlEngineerPage } from './ml-engineer-page.ts'
import { modelPage } from './model-page.ts'
import { FILES, page } from './page.ts'
import { PORTAL_SCRIPT } from './script.ts'
import { standingOf } from './standing.ts'
import { PORTAL_STYLE } from './style.ts'

interface SiteOptions {
  readonly title: string
  readonly url: string | undefined
  sha256(text: string): string
}

/** Every file of the site, one after the other: they are many, and need not be held all at once. */
export function* pages(
  portal: Portal,
  { title, url, sha256 }: SiteOptions,
): Generator<readonly [path: string, content: string]> {
  const { now } = portal
  const of = (path: string, name: string, main: Parameters<typeof page>[1]) =>
    [path, page({ path, title: name, site: title, now }, main)] as const
  yield of('index.html', title, indexPage(portal, title))
  yield of('data-owner.html', 'Contracts and data', dataOwnerPage(portal))
  yield of('ml-engineer.html', 'Claims and comparisons', mlEngineerPage(portal))
  yield of('compliance-officer.html', 'Approvals, waivers and reviews', complianceOfficerPage(portal))
  for (const model of portal.models) yield of(`models/${model.slug}.html`, model.name, modelPage(model, now))
  const base = url === undefined || url.endsWith('/') ? url : `${url}/`
  yield [FILES.feed, feed(portal, { title, url: base, sha256 })]
  yield [FILES.style, PORTAL_STYLE]
  yield [FILES.script, PORTAL_SCRIPT]
}

/** What the site tells, for programs. */
export const manifest = ({ now, logs, models }: Portal): object => ({
  builtAt: now,
  logs: logs.map(({ name, entries, root, fault, gaps }) => ({
    name,
    entries,
    root,
    gaps: gaps.length,
    ...(fault ? { fault: fault.message } : {}),
  })),
  models: models.map(model => {
    const { status, text, tags, attention } = standingOf(model)
    return { name: model.name, log: model.log, page: `models/${model.slug}.html`, status, text, tags, attention }
  }),
})
