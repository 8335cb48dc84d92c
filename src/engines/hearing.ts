import { createHash } from 'node:crypto'
import type { Answer } from '../core/pushdown/statement.ts'

/** What an engine was asked and has answered, as a digest: the bytes of a table on an engine are not to be had. */
export function hearing() {
  const hash = createHash('sha256')
  let bytes = 0
  const queries: string[] = []
  return {
    add(sql: string, rows: Answer, id: string | undefined): void {
      if (id !== undefined) queries.push(id)
      const text = JSON.stringify([sql, rows])
      bytes += JSON.stringify(rows).length
      hash.update(`${text}\n`)
    },
    /** Of all answers, as text. */
    get bytes(): number {
      return bytes
    },
    /** By which the engine knows what it was asked. */
    queries,
    digest: (): string => hash.copy().digest('hex'),
  }
}

export type Hearing = ReturnType<typeof hearing>
