import { toHtml } from 'hast-util-to-html'
import { expect, it } from 'vitest'
import { toldChecks } from '../../../src/report/html/told-checks.ts'

const check = (id: string) => ({
  id,
  title: 'Empty cells',
  status: 'fail' as const,
  measured: { value: 12, unit: 'rows', share: 0.012, n: 1000 },
  reason: 'Expected none but found 12',
  locations: [4, 9].map(line => ({ file: 'a.csv', line, column: 'x', key: [{ column: 'id', value: `c${line}` }] })),
})

it('rows at fault stand in a table that a screen reader tells from those of other checks', () => {
  const [one = '', other = ''] = ['x.empty', 'y.empty'].map(id => toHtml(toldChecks([check(id)])))
  expect(one).toMatch(/<td[^>]*>4<\/td><td[^>]*><code>c4<\/code><\/td>/)
  expect(one).toContain('… and 10 more rows')
  const labelOf = (html: string) => /role="region" aria-label="([^"]*)"/.exec(html)?.[1]
  expect(labelOf(one)).toBe('Rows of a.csv: x.empty')
  expect(labelOf(other)).toBe('Rows of a.csv: y.empty')
})
