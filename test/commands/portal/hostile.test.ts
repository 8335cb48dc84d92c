import { expect, it } from 'vitest'
import { aCertificate, fileOf, idOf } from '../../harness/portal/a-certificate.ts'
import { aPortal } from '../../harness/portal/a-portal.ts'
import { HOSTILE, hostileEvidence } from '../../report/hostile-evidence.ts'

const FILE = 'weights'
const AT = '2026-10-01T09:00:00Z'

/** A site of one model, every check of whose evidence, each name and each value is this. */
const siteWith = (name: string, checks: number) =>
  aPortal(
    [
      {
        leaf: { type: 'certificate', at: AT, model: 'credit 1', id: `sha256:${idOf(FILE)}` },
        document: aCertificate({ at: AT, name: 'credit', file: FILE, repository: name.slice(0, 300) }),
      },
    ],
    {
      evidence: Object.fromEntries(
        hostileEvidence(name, checks).map(one => [
          `${one.gate}.evidence.json`,
          JSON.stringify({ ...one, subject: [fileOf(FILE)] }),
        ]),
      ),
    },
  )

it.each(Object.entries(HOSTILE))('names and values of %s are text on every page and in the feed', async (_, name) => {
  const { built, files, page } = await siteWith(name, 4)
  expect(built).toMatchObject({ models: 1, evidence: 4 })
  for (const path of [...files.keys()].filter(each => /^site\/.*\.(html|xml)$/.test(each))) {
    const text = page(path.slice('site/'.length))
    const bare = text.replace(/="[^"]*"/g, value => value.replaceAll('<', ''))
    const tags = [...bare.matchAll(/<([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g)]
    if (path.endsWith('.html')) {
      expect(tags.map(([tag]) => tag).filter(tag => tag.startsWith('<script'))).toHaveLength(1)
      const names = tags.flatMap(([, , attributes = '']) => [...attributes.matchAll(/\s([\w:-]+)(?:="([^"]*)")?/g)])
      expect(names.filter(([, attribute = '']) => /^on|^style$/i.test(attribute))).toEqual([])
      expect(names.filter(([, , value = '']) => /^\s*javascript:/i.test(value))).toEqual([])
    }
    expect(tags.map(([, tag = '']) => tag).filter(tag => /^(img|iframe|object|form-|base)$/i.test(tag))).toEqual([])
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200e\u200f]/)
    expect(text.length).toBeLessThan(1_000_000)
  }
})

it('of 5,000 failing checks it tells the first and counts the rest', async () => {
  const { page } = await siteWith('income', 5_000)
  expect(page('data-owner.html')).toMatch(/\d+ more/)
  expect(page('data-owner.html').length).toBeLessThan(200_000)
  expect(page('models/credit.html').length).toBeLessThan(500_000)
})
