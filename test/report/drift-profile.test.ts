import { expect, it } from 'vitest'
import { driftFigure } from '../../src/report/figures/drift.ts'
import { compare, csv } from '../core/drift/in-memory.ts'

it('shows what another tool says of every column, and where its rule is wrong', async () => {
  const rows = Array.from({ length: 100 }, (_, i) => i)
  const { result } = await compare(csv({ 'a|b': rows }), csv({ 'a|b': rows.map(i => i + 60) }), {
    profile: 'evidently',
  })
  const figure = driftFigure(result)
  expect(figure).toContain('1 column compared by the rules of Evidently 0.7.21')
  expect(figure).toMatch(/\| `a\\\|b` \| K\\-S p\\_value \| \S+ \| &lt;\\= 0\.05 \|/)
  expect(figure).toContain('half of its columns')
  expect(figure).toContain('takes the reference')
})
