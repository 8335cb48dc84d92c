import type { EngineSession } from '../ports/engine.ts'

/** Columns that are named by nobody who lists them, of those that are there: why each may not be read. */
export async function whyDenied(
  names: readonly string[],
  whyNot: (name: string) => Promise<string | undefined>,
): Promise<EngineSession['columns']> {
  const denied: EngineSession['columns'][number][] = []
  for (const name of names) {
    const why = await whyNot(name)
    if (why !== undefined) denied.push({ name, type: 'unknown', denied: why })
  }
  return denied
}
