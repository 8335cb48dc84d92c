import type { DataPage } from './data-page.ts'

/** Takes rows of a page, from one to before another: `value` is the index of the first that has one, among those that have, and `at` the row's among all that are taken. */
export type TakeRows = (page: DataPage, from: number, to: number, value: number, at: number) => void

/** Goes through the pages of a column a stretch of rows at a time, and holds one. */
export interface PageCursor {
  take(rows: number, each: TakeRows): Promise<void>
  /** Nothing more will be taken: the pages are asked for what comes after the last row. */
  end(): Promise<void>
}

export function pageCursor(pages: AsyncIterable<DataPage>): PageCursor {
  const coming = pages[Symbol.asyncIterator]()
  let page: DataPage | undefined
  let [row, value] = [0, 0]
  return {
    async take(rows, each) {
      for (let at = 0; at < rows; ) {
        if (!page || row === page.rows) {
          const next = await coming.next()
          if (next.done) throw new Error(`a column ends ${rows - at} rows too early`)
          page = next.value
          ;[row, value] = [0, 0]
          continue
        }
        const to = Math.min(page.rows, row + rows - at)
        each(page, row, to, value, at)
        value += page.present ? filledIn(page.present, row, to) : to - row
        at += to - row
        row = to
      }
    },
    async end() {
      page = undefined
      const next = await coming.next()
      if (!next.done) throw new Error('a column goes on after its last row')
    },
  }
}

function filledIn(present: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let row = from; row < to; row++) count += present[row] ?? 0
  return count
}
