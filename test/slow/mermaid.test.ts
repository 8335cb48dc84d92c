import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { gantt } from '../../src/report/life/gantt.ts'
import { blockOf } from '../docs/block-of.ts'
import { launch } from '../harness/page-audit.ts'
import { REPORT } from '../report/life/example.ts'

const MERMAID = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proofmark-mermaid/mermaid.min.js')

let browser: Browser
beforeAll(async () => {
  if (!existsSync(MERMAID)) throw new Error('Expected Mermaid but found none: run scripts/get-mermaid.sh')
  browser = await launch()
})
afterAll(() => browser?.close())

/** The texts of the picture that Mermaid draws, as GitHub has it draw: strictly. What it cannot read is an error. */
async function drawn(source: string): Promise<readonly string[]> {
  const page = await browser.newPage()
  await page.addScriptTag({ path: MERMAID })
  const texts = await page.evaluate<string[]>(`(async () => {
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' })
    const { svg } = await mermaid.render('picture', ${JSON.stringify(source)})
    document.body.innerHTML = svg
    return [...document.querySelectorAll('svg text, svg foreignObject')].map(each => each.textContent.trim())
  })()`)
  await page.close()
  return texts.filter(text => text !== '')
}

it("docs/metrics.md's picture shows every connection and file that the page is about", async () => {
  const texts = await drawn(blockOf('docs/metrics.md', 'flowchart'))
  const settings = ['Pushgateway', "node_exporter's textfile collector", 'Grafana', 'Alertmanager']
  const files = ['proofmark.rules.yml', 'proofmark.json', '*.prom']
  for (const shown of [...settings, ...files, 'proofmark gate', 'remote write 1.0']) expect(texts).toContain(shown)
})

it("the time line of models' lives is drawn, with each model and each mark", async () => {
  const chart = gantt(REPORT.life)
  const source = chart.replace(/^```mermaid\n|\n```$/g, '')
  const texts = await drawn(source)
  const names = [...source.matchAll(/^ {2}(?:section )?(\S.*?)(?: :.*)?$/gm)]
    .map(([, name = '']) => name)
    .filter(name => !/^(dateFormat|axisFormat)/.test(name))
  expect(names.length).toBeGreaterThan(3)
  expect(names.filter(name => !texts.includes(name))).toEqual([])
})

it('what is no picture is an error', async () => {
  await expect(drawn('flowchart LR\n  a --> --> b')).rejects.toThrow('Parse error')
})
