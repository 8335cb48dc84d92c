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

/** Every file of the site by its path, and what it holds for programs. */
export function site(
  portal: Portal,
  { title, url, sha256 }: SiteOptions,
): { readonly pages: ReadonlyMap<string, string>; readonly manifest: object } {
  const { now } = portal
  const base = url === undefined || url.endsWith('/') ? url : `${url}/`
  const of = (path: string, name: string, main: Parameters<typeof page>[1]) =>
    [path, page({ path, title: name, site: title, now }, main)] as const
  return {
    pages: new Map([
      of('index.html', title, indexPage(portal, title)),
      of('data-owner.html', 'Contracts and data', dataOwnerPage(portal)),
      of('ml-engineer.html', 'Claims and comparisons', mlEngineerPage(portal)),
      of('compliance-officer.html', 'Approvals, waivers and reviews', complianceOfficerPage(portal)),
      ...portal.models.map(model => of(`models/${model.slug}.html`, model.name, modelPage(model))),
      [FILES.feed, feed(portal, { title, url: base, sha256 })] as const,
      [FILES.style, PORTAL_STYLE] as const,
      [FILES.script, PORTAL_SCRIPT] as const,
    ]),
    manifest: {
      builtAt: now,
      logs: portal.logs.map(({ name, entries, root, fault, gaps }) => ({
        name,
        entries,
        root,
        gaps: gaps.length,
        ...(fault ? { fault: fault.message } : {}),
      })),
      models: portal.models.map(model => {
        const { status, text, tags, attention } = standingOf(model)
        return { name: model.name, log: model.log, page: `models/${model.slug}.html`, status, text, tags, attention }
      }),
    },
  }
}
