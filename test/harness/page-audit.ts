import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Widths and colour schemes that pages are looked at in. */
const WIDTHS = [1280, 380] as const
const SCHEMES = ['light', 'dark'] as const

export function launch(): Promise<Browser> {
  const executablePath = execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim()
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}

/** A sheet of A4 between margins of a centimetre, in CSS pixels. */
const PAPER = 718

/** Texts of more than a few letters in boxes that are narrower than three of them and higher than six lines. */
const SQUEEZED = `[...document.querySelectorAll('body :not(svg, svg *)')].flatMap(element => {
  const text = [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data.trim()).join('')
  if (text.length < 8) return []
  const { width, height } = element.getBoundingClientRect()
  const size = parseFloat(getComputedStyle(element).fontSize)
  return width < 3 * size && height > 8 * size ? [text.slice(0, 60)] : []
})`

/** What a page shows of itself. */
export interface Audit {
  /** What the browser refused or failed at, and what the page asked for besides what it may. */
  readonly said: readonly string[]
  /** Widths at which it is wider than the screen, or than a sheet of paper. */
  readonly tooWide: readonly (number | 'paper')[]
  /** Text that stands in a column of a few letters, and at which width. */
  readonly squeezed: readonly string[]
  /** What axe objects to, and where. */
  readonly violations: readonly string[]
}

export const FAULTLESS: Audit = { said: [], tooWide: [], squeezed: [], violations: [] }

/**
 * A page as the browser takes it, by its own policy, then as axe judges it, let in past that policy. Whole runs of axe cover both widths and
 * both schemes once; in the two combinations that are left only what depends on both is asked again: contrast.
 */
export async function audit(browser: Browser, url: string, may: (asked: string) => boolean): Promise<Audit> {
  const said: string[] = []
  const tooWide: (number | 'paper')[] = []
  const squeezed: string[] = []
  const violations: string[] = []
  const strict = await browser.newPage({ viewport: { width: WIDTHS[0], height: 900 } })
  strict.on('console', message => said.push(message.text()))
  strict.on('pageerror', error => said.push(String(error)))
  strict.on('request', request => {
    if (!may(request.url())) said.push(`asked for ${request.url()}`)
  })
  await strict.goto(url)
  for (const width of WIDTHS) {
    await strict.setViewportSize({ width, height: 900 })
    if (Number(await strict.evaluate('document.documentElement.scrollWidth')) !== width) tooWide.push(width)
    squeezed.push(...(await strict.evaluate<string[]>(SQUEEZED)).map(text => `${width} ${text}`))
  }
  await strict.emulateMedia({ media: 'print' })
  await strict.setViewportSize({ width: PAPER, height: 900 })
  if (Number(await strict.evaluate('document.documentElement.scrollWidth')) > PAPER) tooWide.push('paper')
  await strict.context().close()

  const page = await browser.newPage({ viewport: { width: WIDTHS[0], height: 900 }, bypassCSP: true })
  await page.goto(url)
  await page.evaluate(axe)
  for (const [n, width] of WIDTHS.entries()) {
    await page.setViewportSize({ width, height: 900 })
    for (const [m, colorScheme] of SCHEMES.entries()) {
      await page.emulateMedia({ colorScheme })
      const rules = n === m ? '' : "runOnly: ['color-contrast'],"
      const found = await page.evaluate<string[]>(
        `axe.run({ ${rules} resultTypes: ['violations'], preload: false }).then(({ violations }) =>
          violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`,
      )
      violations.push(...found.map(each => `${width} ${colorScheme} ${each}`))
    }
  }
  await page.context().close()
  return { said, tooWide, squeezed, violations }
}
