import type { Element } from 'hast'
import { folded } from '../html/table.ts'
import { count } from '../numbers.ts'

/** Lines that stand open of a long list. */
const OPEN = 10

/** A list, the newest lines open and the older ones folded below them where they are many. */
export function newestFirst<Item>(
  caption: string,
  items: readonly Item[],
  draw: (caption: string, some: readonly Item[], hideCaption: boolean) => Element,
): Element[] {
  if (items.length <= OPEN + 2) return [draw(caption, items, false)]
  const older = `${count(items.length - OPEN, 'older one')}`
  return [draw(caption, items.slice(0, OPEN), false), folded(older, draw(`${caption}: older`, items.slice(OPEN), true))]
}
