/** A byte that says what a message is, and four of its length without that byte: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const HEAD = 5

/** Puts together messages of a server from what comes of them, each of which may come at the length that it says. */
export function splitMessages(mayCome: (type: string, length: number) => void): (chunk: Buffer) => Generator<Buffer> {
  let kept: Buffer[] = []
  let length = 0
  let wanted = HEAD
  return function* (chunk) {
    kept.push(chunk)
    length += chunk.length
    if (length < wanted) return
    let left = kept.length === 1 ? chunk : Buffer.concat(kept)
    while (left.length >= HEAD) {
      const type = String.fromCharCode(left[0] ?? 0)
      wanted = 1 + left.readUInt32BE(1)
      mayCome(type, wanted)
      if (left.length < wanted) break
      yield left.subarray(0, wanted)
      left = left.subarray(wanted)
      wanted = HEAD
    }
    kept = left.length > 0 ? [left] : []
    length = left.length
  }
}
