import type { Tables } from '../ports.ts'

/** The columns of a table, none of whose rows is read. */
export async function headerOf(tables: Tables, path: string): Promise<readonly string[]> {
  const table = await tables.open(path)
  await table.close?.()
  return table.header
}
