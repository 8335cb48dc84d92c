/** A byte that says what a message is, and four of its length without that byte: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const HEAD = 5

/** Puts together messages of a server from what comes of them, and none that says it is longer than its kind may be. */
export function splitMessages(mostOf: (type: string) => number): (chunk: Buffer) => Generator<Buffer> {
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
      const most = mostOf(type)
      if (wanted < HEAD || most === 0) throw new Error('an answer that is no message of PostgreSQL')
      if (wanted > most) throw new Error(`a message of ${wanted} bytes, where ${most} are the most`)
      if (left.length < wanted) break
      yield left.subarray(0, wanted)
      left = left.subarray(wanted)
      wanted = HEAD
    }
    kept = left.length > 0 ? [left] : []
    length = left.length
  }
}
