// Promotes one pointer in a process of its own, as soon as a file says that everybody is ready.
import { existsSync, writeFileSync } from 'node:fs'
import { POINTER_SCHEMA, pointerText } from '../../src/core/record/promotion/pointer.ts'
import { promotionTargets } from '../../src/targets/promotion-targets.ts'

const [root = '', name = '', number = ''] = process.argv.slice(2)
const target = await promotionTargets({ root, environment: process.env }).open(name)
const standing = await target.current()
const to = { name: `model ${number}`, id: number.padStart(64, '0'), certificate: number.padStart(64, 'c') }
writeFileSync(`${root}/ready-${number}`, '')
while (!existsSync(`${root}/go`)) await new Promise(resolve => setTimeout(resolve, 2))
const pointer = pointerText({
  schema: POINTER_SCHEMA,
  kind: 'promotion',
  target: name,
  to,
  from: null,
  at: '2026-12-01T06:00:00Z',
})
process.stdout.write(`${await target.point(pointer, standing)}\n`)
