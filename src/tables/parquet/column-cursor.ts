/** Goes through the values of a column a stretch of rows at a time. */
export interface ColumnCursor {
  /** The next values, as many as asked for. */
  take(rows: number): Promise<ArrayLike<unknown>>
}

/** A cursor over pages of values, of which it holds one. */
export function columnCursor(pages: AsyncIterable<ArrayLike<unknown>>): ColumnCursor {
  const coming = pages[Symbol.asyncIterator]()
  let page: ArrayLike<unknown> = []
  let at = 0
  return {
    async take(rows) {
      const parts: ArrayLike<unknown>[] = []
      for (let missing = rows; missing > 0; ) {
        if (at === page.length) {
          const { value, done } = await coming.next()
          if (done) throw new Error(`a column ends ${missing} rows too early`)
          ;[page, at] = [value, 0]
        }
        const part = stretch(page, at, Math.min(page.length, at + missing))
        parts.push(part)
        at += part.length
        missing -= part.length
      }
      const [only] = parts
      return parts.length === 1 && only ? only : parts.flatMap(part => Array.from(part))
    },
  }
}

const stretch = (values: ArrayLike<unknown>, start: number, end: number): ArrayLike<unknown> =>
  start === 0 && end === values.length ? values : Array.prototype.slice.call(values, start, end)
