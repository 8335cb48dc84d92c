import type { Statement } from '../../../src/core/pushdown/statement.ts'
import type { Engine, EngineAnswer } from '../../../src/ports/engine.ts'

/** Runs one statement to its end. */
export type RunStatement = (statement: Statement) => Promise<EngineAnswer>

/** Statements that are asked as one at most (to plan more takes longer than to plan them apart), and characters of their texts together: Trino takes a million. */
const MOST = 20
const CHARACTERS = 700_000
/** Milliseconds that a statement waits for others. */
const WAIT = 15

interface Waiting {
  readonly statement: Statement
  answer(rows: EngineAnswer['rows']): void
  fail(cause: unknown): void
}

/**
 * An engine that asks the statements of many measurements at once as one, side by side, each as it is: most of what a small one costs an
 * engine of many machines is to begin and to end. Tables are those that `columnsOf` knows, and no one writes to them.
 */
export function together(
  version: string,
  columnsOf: (table: string) => readonly { readonly name: string; readonly type: string }[],
  run: RunStatement,
): Engine & { readonly asked: () => { readonly statements: number; readonly queries: number } } {
  let waiting: Waiting[] = []
  let timer: NodeJS.Timeout | undefined
  let [statements, queries] = [0, 0]
  return {
    asked: () => ({ statements, queries }),
    open: async ({ table }) => ({
      version,
      from: table,
      isPlain: false,
      isPinned: true,
      columns: columnsOf(table),
      query: statement =>
        new Promise((resolve, reject) => {
          statements += 1
          waiting.push({ statement, answer: rows => resolve({ rows }), fail: reject })
          clearTimeout(timer)
          timer = setTimeout(() => void askAll(), WAIT)
        }),
      close: async () => {},
    }),
  }

  async function askAll(): Promise<void> {
    const all = waiting
    waiting = []
    while (all.length > 0) {
      let length = 0
      const count = all.findIndex(({ statement }, i) => {
        length += statement.sql.length
        return i > 0 && (i === MOST || length > CHARACTERS)
      })
      await askSome(all.splice(0, count === -1 ? all.length : count))
    }
  }

  async function askSome(some: readonly Waiting[]): Promise<void> {
    queries += 1
    const widths = some.map(({ statement }) => itemsOf(statement.sql))
    const most = Math.max(...widths)
    const names = (n: number) => Array.from({ length: n }, (_, i) => `r${i}`).join(', ')
    const parts = some.map(({ statement }, i) => {
      const width = widths[i] ?? 0
      return `SELECT '${i}', ${names(width)}${', NULL'.repeat(most - width)} FROM (${statement.sql}) AS s(${names(width)})`
    })
    const rows = some.reduce((sum, { statement }) => sum + statement.rows, 0)
    try {
      const answer = await run({ sql: parts.join(' UNION ALL '), purpose: 'many', rows })
      for (const [i, each] of some.entries()) {
        const own = answer.rows.filter(([part]) => part === String(i)).map(row => row.slice(1, 1 + (widths[i] ?? 0)))
        if (own.length > each.statement.rows) each.fail(new Error(`it gave more than ${each.statement.rows} rows`))
        else each.answer(own)
      }
    } catch (cause) {
      for (const { fail } of some) fail(cause)
    }
  }
}

/** How many columns a statement of ours gives: what stands between its first SELECT and its FROM, but for what is in brackets or quotes. */
export function itemsOf(statement: string): number {
  const sql = statement.replace(/^\(+/, '')
  let depth = 0
  let items = 1
  for (const { 0: token, index } of sql.matchAll(
    /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|[(),]|\bFROM\b|[^'"`(),]/gs,
  )) {
    if (token === '(') depth += 1
    else if (token === ')') depth -= 1
    else if (depth > 0) continue
    else if (token === ',') items += 1
    // All columns of the query that it is made of.
    else if (token === 'FROM') return items + (sql.startsWith('.*', index - 3) ? itemsOf(sql.slice(index + 5)) - 1 : 0)
  }
  return items
}
