import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes a CSV of numbers in so many columns, and beside it a contract that asks of each that it is not negative. */
export function makeWide(path: string, rows: number, columns: number): void {
  let state = 54_321
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const names = Array.from({ length: columns }, (_, i) => `c${i}`)
  const lines = Array.from({ length: rows }, () => names.map(() => (next() * 1000).toFixed(2)).join(','))
  writeFileSync(path, `${[names.join(','), ...lines].join('\n')}\n`)
  const properties = names.map(
    name => `      - { name: ${name}, logicalType: number, logicalTypeOptions: { minimum: 0 } }`,
  )
  writeFileSync(
    join(dirname(path), `columns-${columns}.odcs.yaml`),
    `apiVersion: v3.1.0
kind: DataContract
id: wide
version: 1.0.0
status: active
schema:
  - name: columns-${columns}
    properties:
${properties.join('\n')}
`,
  )
}
