import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readPointer } from '../../src/core/record/promotion/pointer.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { raceOf } from './race-of.ts'

it('of eight processes that promote at once, exactly one wins', async () => {
  const root = temporaryFolder('race')
  const ends = await raceOf(8, root, 'folder:production')
  expect(ends.toSorted()).toEqual([...Array(7).fill('conflict'), 'done'])
  const read = readPointer(readFileSync(join(root, 'production/production.json'), 'utf8'))
  expect(read).toMatchObject({ pointer: { to: { name: `model ${ends.indexOf('done')}` } } })
})
