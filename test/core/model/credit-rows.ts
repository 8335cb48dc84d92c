import { readFileSync } from 'node:fs'
import { attributeRole } from '../../../src/core/model/predictions/attribute-role.ts'
import type { Rows } from '../../../src/core/model/predictions/rows.ts'
import { namesOf } from './names-of.ts'

const FOLDER = new URL('../../../examples/credit/', import.meta.url)

function table(name: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(new URL(name, FOLDER), 'utf8').trimEnd().split('\n')
  const columns = header.split(',')
  return lines.map(line => Object.fromEntries(line.split(',').map((cell, i) => [columns[i] ?? '', cell])))
}

/** The credit model's predictions on the hold-out, with some columns of the applications. */
export function creditRows(model = 'champion', columns: readonly string[] = []): Rows {
  const predictions = table(`predictions-${model}.csv`)
  const applications = new Map(table('holdout.csv').map(row => [row.id, row]))
  return {
    n: predictions.length,
    columns: new Map<string, ReturnType<typeof namesOf> | { numbers: Float64Array }>([
      ['label', namesOf(predictions.map(({ status = '' }) => status))],
      ['score', { numbers: Float64Array.from(predictions, ({ p_bad }) => Number(p_bad)) }],
      ...columns.map(
        column =>
          [attributeRole(column), namesOf(predictions.map(({ id }) => applications.get(id)?.[column] ?? ''))] as const,
      ),
    ]),
  }
}
