import { expect, it } from 'vitest'
import { estimateAlarms } from '../../../src/core/tables/suggest/estimate-alarms.ts'
import { localTables } from '../../../src/tables/local-tables.ts'

it('a suggested contract alarms on rows like those it was made from no more often than it was asked to', async () => {
  const { header, batches } = await localTables('examples/credit').open('train.csv')
  const rows = []
  for await (const batch of batches) rows.push(...batch)
  const { draws, alarmed } = estimateAlarms(header, rows, { share: 0.2, alarms: 0.05, draws: 40 })
  expect(draws).toBe(40)
  expect(alarmed).toBeLessThanOrEqual(5)
})
