import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lifeHtml } from '../../src/report/life/html.ts'
import { STYLE } from '../../src/report/life/style.ts'
import { KEYS, ROOT } from '../harness/credit.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { REPORT } from '../report/life/example.ts'

let browser: Browser
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

beforeAll(async () => {
  const executablePath = execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim()
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})
afterAll(() => browser.close())

/** The page of a run of the credit example, with what is given added to the command; one that fails writes its page all the same. */
function report(command: string, ...flags: string[]): string {
  const out = temporaryFolder('report')
  const program = join(ROOT, 'src/cli/main.ts')
  const config = join(ROOT, 'examples/credit/proofmark.yml')
  spawnSync(process.execPath, [program, command, '--config', config, '--out', out, ...flags], {
    env: { ...process.env, PROOFMARK_KEY: KEYS.privateKey },
  })
  return join(out, 'report.html')
}

/** What the browser refused or failed at, and what axe has found, at a width and a colour scheme. */
async function looked(file: string, width: number, colorScheme: 'light' | 'dark') {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: false })
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', message => said.push(message.text()))
  page.on('request', request => {
    const known = [file, join(dirname(file), 'report.css')].map(path => pathToFileURL(path).href)
    if (!known.includes(request.url())) said.push(`asked for ${request.url()}`)
  })
  await page.goto(pathToFileURL(file).href)
  const wide = Number(await page.evaluate('document.documentElement.scrollWidth'))
  // The page lets no script run: axe gets in through the debugger, once nothing of the page is asked any more.
  const checked = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true })
  const again = await checked.newPage()
  await again.goto(pathToFileURL(file).href)
  await again.evaluate(axe)
  const violations = await again.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html.slice(0, 200)]))',
  )
  await context.close()
  await checked.close()
  return { said, wide, violations }
}

const FAILING = [
  ['data-validate', '--data', 'current.csv'],
  ['drift-compare', '--current', 'current.csv'],
  ['model-certify', '--predictions', 'predictions-overregularised.csv'],
] as const

it('the page of a run has nothing that axe objects to, wide and narrow, light and dark', async () => {
  const passing = report('gate')
  expect(readFileSync(passing).length).toBeLessThan(500_000)
  const failing = FAILING.map(([command, flag, file]) => report(command, flag, join(ROOT, 'examples/credit', file)))
  for (const page of failing) expect(readFileSync(page, 'utf8')).toContain('<article class="check fail">')
  for (const page of [passing, ...failing])
    for (const width of [1280, 380])
      for (const scheme of ['light', 'dark'] as const)
        expect(await looked(page, width, scheme)).toEqual({ said: [], wide: width, violations: [] })
})

it('reads the same where no style sheet is allowed', async () => {
  const file = report('gate')
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
  onJenkins(report('gate'), policy, async page => {
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
