import type { Table } from '../ports.ts'

/** Opens a table that is read from something. Its batches close that; where there is no table, this does. */
export async function openWith<Opened extends { close(): Promise<void> }>(
  opened: Opened,
  open: (opened: Opened) => Promise<Table>,
): Promise<Table> {
  try {
    return await open(opened)
  } catch (cause) {
    await opened.close()
    throw cause
  }
}
