import type { EngineSession } from '../ports/engine.ts'

type Columns = EngineSession['columns']

/** Questions at most: of columns that are still open then nobody knows which of them may be read. */
const MOST = 1000

/**
 * Which columns may be read, where an engine says of a statement alone that one of those in it may not be: asked for in halves, until each part is one
 * that may be read, or one column that may not. `look` gives the columns of a part, or why it is refused; `alone` what is told of one.
 */
export async function readableInHalves<Item>(
  items: readonly Item[],
  look: (some: readonly Item[]) => Promise<Columns | string>,
  alone: (item: Item, why: string) => Columns,
): Promise<Columns> {
  let questions = 0
  return within(items)

  async function within(some: readonly Item[]): Promise<Columns> {
    if (some.length === 0) return []
    questions += 1
    const found = await look(some)
    if (typeof found !== 'string') return found
    if (some.length === 1 || questions > MOST) return some.flatMap(item => alone(item, found))
    const half = some.length >> 1
    return [...(await within(some.slice(0, half))), ...(await within(some.slice(half)))]
  }
}
