/** Asks for each item, so many at once; answers stand in the items' order. */
export async function inParallel<Item, Answer>(
  items: readonly Item[],
  most: number,
  ask: (item: Item) => Promise<Answer>,
  progress: (done: number) => void,
): Promise<Answer[]> {
  const answers = new Array<Answer>(items.length)
  let next = 0
  let done = 0
  const one = async () => {
    for (let i = next++; i < items.length; i = next++) {
      const item = items[i]
      if (item !== undefined) answers[i] = await ask(item)
      progress(++done)
    }
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, one))
  return answers
}
