import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ROOT } from '../harness/credit.ts'
import { trustedIn } from '../harness/log/a-log.ts'
import { audit, FAULTLESS, launch } from '../harness/page-audit.ts'
import { driftEvidence } from '../harness/portal/drift-evidence.ts'
import { logTree } from '../harness/portal/log-tree.ts'
import { manyLives } from '../harness/portal/many-lives.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

let browser: Browser
let site: string

/** A site of twelve models, by the program from a checked-out log. */
beforeAll(async () => {
  browser = await launch()
  const root = temporaryFolder('portal')
  const put = (path: string, content: Uint8Array | string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  for (const [path, content] of logTree(manyLives(12, 30))) put(`log/${path}`, content)
  for (let month = 0; month < 12; month++)
    put(`evidence/${month}/drift-compare.evidence.json`, driftEvidence('model-003', month, 'weights of model-003 3'))
  const asked = ['portal', 'log', '--verifier-key', trustedIn().key, '--evidence', 'evidence', '--out', 'site']
  const said = execFileSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), ...asked, '--json'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(JSON.parse(said)).toMatchObject({
    models: 12,
    certificates: 360,
    evidence: 12,
    pages: 16,
    gaps: 0,
    exitCode: 0,
  })
  site = join(root, 'site')
})
afterAll(() => browser.close())

const PAGES = ['index.html', 'data-owner.html', 'ml-engineer.html', 'compliance-officer.html', 'models/model-003.html']

async function opened(
  path: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; said: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', message => said.push(message.text()))
  page.on('pageerror', error => said.push(String(error)))
  page.on('request', request => {
    if (!request.url().startsWith(pathToFileURL(site).href)) said.push(`asked for ${request.url()}`)
  })
  await page.goto(pathToFileURL(join(site, path)).href)
  return { page, said }
}

it('has nothing that axe objects to, wide and narrow, light and dark', async () => {
  for (const path of PAGES) {
    const may = (asked: string) => asked.startsWith(pathToFileURL(site).href)
    expect([path, await audit(browser, pathToFileURL(join(site, path)).href, may)]).toEqual([path, FAULTLESS])
  }
})

it('searches and filters where scripts are let, and is a plain list where not', async () => {
  const { page, said } = await opened('index.html')
  const lines = page.locator('#models tbody tr')
  expect(await lines.filter({ visible: true }).count()).toBe(12)
  await page.getByLabel('Search').fill('MODEL-007')
  expect(await lines.filter({ visible: true }).count()).toBe(1)
  expect(await page.locator('form output').innerText()).toBe('1 of 12')
  await page.getByLabel('Search').fill('')
  await page.getByLabel('State').selectOption('production')
  expect(await lines.filter({ visible: true }).count()).toBe(12)
  await page.getByLabel('State').selectOption('refused')
  expect(await lines.filter({ visible: true }).count()).toBe(0)
  await page.goto(`${pathToFileURL(join(site, 'index.html')).href}?q=model-00&state=production`)
  expect(await lines.filter({ visible: true }).count()).toBe(10)
  await lines.first().getByRole('link').click()
  expect(await page.locator('h1').innerText()).toContain('model-000')
  expect(said).toEqual([])
  await page.context().close()

  const { page: bare } = await opened('index.html', { javaScriptEnabled: false })
  expect(await bare.locator('#models tbody tr').filter({ visible: true }).count()).toBe(12)
  expect(await bare.locator('form.filter').filter({ visible: true }).count()).toBe(0)
  await bare.getByRole('link', { name: 'model-003', exact: true }).click()
  expect(await bare.locator('h1').innerText()).toContain('model-003')
  await bare.context().close()
})

it('lets no script of anybody else run', async () => {
  const { page } = await opened('index.html')
  const ran = await page.evaluate(`(() => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.ran = true'
    document.body.append(script)
    return globalThis.ran === true
  })()`)
  expect(ran).toBe(false)
  await page.context().close()
})

it('can be used by keys alone', async () => {
  const { page } = await opened('index.html')
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('To the content')
  await page.keyboard.press('Enter')
  expect(await page.evaluate('location.hash')).toBe('#content')
  await page.context().close()
})
