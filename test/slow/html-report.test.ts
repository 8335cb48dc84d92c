import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Evidence, evidenceFile, GATES } from '../../src/core/evidence.ts'
import { checkRun } from '../../src/report/check-run.ts'
import { comment } from '../../src/report/comment.ts'
import { lifeHtml } from '../../src/report/life/html.ts'
import { STYLE } from '../../src/report/life/style.ts'
import { KEYS, ROOT } from '../harness/credit.ts'
import { linksOf } from '../harness/links-of.ts'
import { audit, FAULTLESS, launch } from '../harness/page-audit.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { REPORT } from '../report/life/example.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** The page of a run by these settings; one that fails writes its page all the same. */
function report(config: string): string {
  const out = temporaryFolder('report')
  spawnSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'gate', '--config', config, '--out', out], {
    env: { ...process.env, PROOFMARK_KEY: KEYS.privateKey },
  })
  return join(out, 'report.html')
}

/** The page of the whole example, made once. */
let whole: string | undefined
const gate = () => {
  whole ??= report(join(ROOT, 'examples/credit/proofmark.yml'))
  return whole
}

/** GitHub-flavoured Markdown as HTML. */
const render = (markdown: string) =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })

/** The page of a run in which every gate but the scan has failed: on a month in production, and for a model that learnt too little. */
function failing(): string {
  const folder = join(temporaryFolder('failing'), 'credit')
  cpSync(join(ROOT, 'examples/credit'), folder, { recursive: true, filter: path => !path.endsWith('.proofmark') })
  const config = join(folder, 'proofmark.yml')
  const changed = [
    ['- applications.csv', '- current.csv'],
    ['current: holdout.csv', 'current: current.csv'],
    ['predictions: predictions-champion.csv', 'predictions: predictions-overregularised.csv'],
  ] as const
  const settings = changed.reduce((text, [from, to]) => text.replace(from, to), readFileSync(config, 'utf8'))
  writeFileSync(config, settings)
  return report(config)
}

it('the page of a run has nothing that axe objects to, wide and narrow, light and dark', async () => {
  const passing = gate()
  expect(readFileSync(passing).length).toBeLessThan(500_000)
  const refused = failing()
  for (const gate of ['data-validate', 'model-certify', 'drift-compare'])
    expect(readFileSync(refused, 'utf8')).toMatch(new RegExp(`<section id="${gate}".*?<article class="check fail">`))
  for (const file of [passing, refused]) {
    const known = [file, join(dirname(file), 'report.css')].map(path => pathToFileURL(path).href)
    expect(await audit(browser, pathToFileURL(file).href, asked => known.includes(asked))).toEqual(FAULTLESS)
  }
})

it('every link of the page of a run leads to a part of it, or to a file beside it', () => {
  const { hrefs, ids } = linksOf(readFileSync(gate(), 'utf8'))
  expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([])
  const leads = (href: string) =>
    href.startsWith('#') ? ids.includes(href.slice(1)) : existsSync(join(dirname(gate()), decodeURI(href)))
  expect(hrefs.filter(href => !leads(href))).toEqual([])
  // Controls lead to checks of every gate, and to the certificate.
  for (const name of GATES) expect(hrefs.some(href => href.startsWith(`#${name}-checks-`))).toBe(true)
  expect(hrefs).toContain('certificate.sigstore.json')
})

it('the comment of a pull request has neither, as GitHub renders it', async () => {
  const evidence = GATES.map(name =>
    Evidence.parse(JSON.parse(readFileSync(join(dirname(gate()), evidenceFile(name)), 'utf8'))),
  )
  const runs = evidence.map(checkRun).map(run => ({ ...run, url: 'https://github.com/acme/credit/runs/1' }))
  const body = render(comment(runs, 'c'.repeat(40))).replaceAll('<details>', '<details open>')
  const styles = createRequire(import.meta.url).resolve('github-markdown-css/github-markdown.css')
  const file = join(temporaryFolder('comment'), 'comment.html')
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Comment</title><link rel="stylesheet" href="${pathToFileURL(styles)}">
<style>body{margin:0}.markdown-body{padding:16px}</style><main class="markdown-body"><h1>A pull request</h1>${body}</main>`,
  )
  const found = await audit(browser, pathToFileURL(file).href, asked => asked.startsWith('file:'))
  // GitHub lets a table that scrolls be reached by keys itself.
  const ours = found.violations.filter(each => !each.includes('scrollable-region-focusable'))
  expect({ ...found, violations: ours }).toEqual(FAULTLESS)
})

it('reads the same where no style sheet is allowed', async () => {
  const file = gate()
  const bare = join(temporaryFolder('bare'), 'report.html')
  writeFileSync(bare, readFileSync(file, 'utf8').replace(/style-src .*?; base-uri/, "style-src 'none'; base-uri"))
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(pathToFileURL(bare).href)
  expect(await page.locator('h1').innerText()).toMatch(/Certified until/)
  // Lines and marks are drawn by attributes of their own.
  expect(await page.evaluate("getComputedStyle(document.querySelector('line.whisker')).stroke")).toBe('rgb(0, 0, 0)')
  await page.close()
})

/** What Jenkins sends with files of a build (jenkins.io, "Configuring Content Security Policy"), now and in older versions. */
const JENKINS = [
  "sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self';",
  "sandbox; default-src 'none'; img-src 'self'; style-src 'self';",
]

/** A page and its style sheet as a Jenkins server sends them, with this policy. */
async function onJenkins(file: string, policy: string, look: (page: Page) => Promise<void>): Promise<void> {
  const names = [basename(file), basename(file).replace(/\.html$/, '.css')]
  const places = names.map(name => `/job/credit/1/artifact/${name}`)
  const asked: string[] = []
  const server = createServer(({ url = '' }, response) => {
    asked.push(url)
    const known = places.includes(url)
    response.writeHead(known ? 200 : 404, {
      'content-type': url.endsWith('.css') ? 'text/css' : 'text/html',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
    })
    response.end(known ? readFileSync(join(dirname(file), url.split('/').at(-1) ?? '')) : '')
  })
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' })
  try {
    await page.goto(`http://127.0.0.1:${port}${places[0]}`)
    expect(asked.filter(url => url !== '/favicon.ico')).toEqual(places)
    await look(page)
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT })
  } finally {
    await page.close()
    server.close()
  }
}

const looks = (page: Page, selector: string, property: string) =>
  page.evaluate(`getComputedStyle(document.querySelector('${selector}')).getPropertyValue('${property}')`)

it.each(JENKINS)('is whole and in its colours on a Jenkins server that sends %s', policy =>
  onJenkins(gate(), policy, async page => {
    expect(await looks(page, 'header.verdict', 'border-left-color')).toBe('rgb(26, 127, 55)')
    expect(await looks(page, '.badge.pass', 'background-color')).toBe('rgb(26, 127, 55)')
    expect(await looks(page, 'line.whisker.pass', 'stroke')).toBe('rgb(26, 127, 55)')
    expect(await page.locator('h1').innerText()).toMatch(/Certified until/)
  }),
)

it.each(JENKINS)("so is the page of models' lives, on one that sends %s", policy => {
  const file = join(temporaryFolder('life'), 'life.html')
  writeFileSync(file, lifeHtml(REPORT, 'life.css'))
  writeFileSync(file.replace(/\.html$/, '.css'), STYLE)
  return onJenkins(file, policy, async page => {
    expect(await looks(page, '.bar.valid', 'fill')).toBe('rgb(26, 127, 55)')
    // Of the two pictures that for narrow screens is not shown here.
    expect(await looks(page, 'svg.narrow', 'display')).toBe('none')
    expect(await page.locator('h1').innerText()).toBe('The life of credit-default')
  })
})
