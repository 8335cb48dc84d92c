import { posix } from 'node:path'
import { expect, it } from 'vitest'
import { linksOf } from '../../harness/links-of.ts'
import { aPortal } from '../../harness/portal/a-portal.ts'
import { driftEvidence } from '../../harness/portal/drift-evidence.ts'
import { manyLives } from '../../harness/portal/many-lives.ts'

it('every link of every page leads somewhere, and every control to what supports it', async () => {
  const evidence = Object.fromEntries(
    [0, 1].map(month => [
      `${month}/drift-compare.evidence.json`,
      driftEvidence('model-001', month, 'weights of model-001 2'),
    ]),
  )
  const { files, page } = await aPortal(manyLives(2, 13), { evidence })
  const paths = [...files.keys()].filter(path => path.startsWith('site/')).map(path => path.slice('site/'.length))
  const pages = new Map(paths.filter(path => path.endsWith('.html')).map(path => [path, linksOf(page(path))]))
  expect(pages.size).toBe(6)
  for (const [path, { hrefs, ids }] of pages) {
    expect([path, ids.filter((id, n) => ids.indexOf(id) !== n)]).toEqual([path, []])
    const broken = hrefs.filter(href => {
      const [file = '', anchor] = href.split('#')
      const target = file === '' ? path : posix.join(posix.dirname(path), decodeURI(file))
      if (!paths.includes(target)) return true
      return anchor !== undefined && !pages.get(target)?.ids.includes(anchor)
    })
    expect([path, broken]).toEqual([path, []])
  }
  const controls = page('models/model-001.html').split('<section id="controls"')[1] ?? ''
  const { hrefs } = linksOf(controls)
  expect(hrefs).toContain('#evidence-drift-compare')
  expect(hrefs.some(href => href.startsWith('#certificate-'))).toBe(true)
  expect(hrefs).toContain('#story')
})
