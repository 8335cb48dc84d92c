/** Numbers gathered one by one, eight bytes each. */
export interface NumberStore {
  push(value: number): void
  /** All of them in ascending order; the store is spent. */
  sorted(): Float64Array
}

export function numberStore(): NumberStore {
  let buffer = new Float64Array(256)
  let length = 0
  return {
    push(value) {
      if (length === buffer.length) {
        const larger = new Float64Array(2 * length)
        larger.set(buffer)
        buffer = larger
      }
      buffer[length++] = value
    },
    sorted: () => buffer.subarray(0, length).sort(),
  }
}
