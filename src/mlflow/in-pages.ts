/** Most that is asked for at once. */
const PAGE = 1000

/** What comes page by page, until there is no more or there are `most` of them. A page that is empty ends it, whatever token it bears. */
export async function inPages<Item>(
  most: number,
  page: (size: number, token: string | undefined) => Promise<{ items: readonly Item[]; next: string | undefined }>,
  largest = PAGE,
): Promise<Item[]> {
  const all: Item[] = []
  let token: string | undefined
  do {
    const { items, next } = await page(Math.min(most - all.length, largest), token)
    all.push(...items)
    token = items.length === 0 || next === token ? undefined : next || undefined
  } while (token !== undefined && all.length < most)
  return all
}
