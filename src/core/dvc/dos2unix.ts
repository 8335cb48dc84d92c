/** DVC decides on each piece of so many bytes anew (dvc_data/hashfile/hash.py). */
export const DOS2UNIX_PIECE = 1024 * 1024
const SAMPLE = 512
const MOST_NONTEXT = 0.3

/** Whether DVC takes a piece for text: no NUL in its first 512 bytes, and few that are no text of ASCII (dvc_data/hashfile/istextfile.py). */
function isText(piece: Uint8Array): boolean {
  const sample = piece.subarray(0, SAMPLE)
  let nontext = 0
  for (const byte of sample) {
    if (byte === 0) return false
    const text = (byte >= 32 && byte < 127) || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 8
    if (!text) nontext++
  }
  return sample.length === 0 || nontext / sample.length <= MOST_NONTEXT
}

/** A piece as DVC 2 hashed it: of text, CRLF made LF; a CR at its end stays, for pieces are looked at one by one. */
export function dos2unix(piece: Uint8Array): Uint8Array {
  if (!piece.includes(13) || !isText(piece)) return piece
  const out = new Uint8Array(piece.length)
  let length = 0
  for (let i = 0; i < piece.length; i++) {
    if (piece[i] === 13 && piece[i + 1] === 10) continue
    out[length++] = piece[i] ?? 0
  }
  return out.subarray(0, length)
}
