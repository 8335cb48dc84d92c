import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const Version = z.object({ version: z.string() })

/** What Evidently says of some tables: runs in which a column that has not changed is drifted, in which the table is, columns by family. */
export const EvidentlyCounts = z.object({
  runs: z.number(),
  falseRuns: z.number(),
  datasetRuns: z.number(),
  falseColumns: z.array(z.number()),
  found: z.array(z.number()),
})
export type EvidentlyCounts = z.infer<typeof EvidentlyCounts>

/** Evidently in a process of its own, which answers one task at a time. */
export async function askEvidently(
  python: string,
  reference: number,
): Promise<{ version: string; ask(task: unknown): Promise<EvidentlyCounts>; end(): void }> {
  const child = spawn(python, [fileURLToPath(new URL('in-evidently.py', import.meta.url)), String(reference)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, DO_NOT_TRACK: '1' },
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<unknown> => {
    const { value, done } = await lines.next()
    if (done) throw new Error(`Expected an answer of Evidently but ${python} ended`)
    return JSON.parse(value)
  }
  const { version } = Version.parse(await next())
  return {
    version,
    async ask(task) {
      child.stdin.write(`${JSON.stringify(task)}\n`)
      return EvidentlyCounts.parse(await next())
    },
    end: () => child.stdin.end(),
  }
}

/** The counts of all runs together. */
export function summed(all: readonly EvidentlyCounts[]): EvidentlyCounts {
  const add = (a: readonly number[], b: readonly number[]) => a.map((count, i) => count + (b[i] ?? 0))
  return all.reduce((sum, one) => ({
    runs: sum.runs + one.runs,
    falseRuns: sum.falseRuns + one.falseRuns,
    datasetRuns: sum.datasetRuns + one.datasetRuns,
    falseColumns: add(sum.falseColumns, one.falseColumns),
    found: add(sum.found, one.found),
  }))
}
