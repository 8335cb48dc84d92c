/** An answer's body as text: of a longer one the first `most` bytes, and the rest is let go. */
async function textOf({ body }                      , most        )                                            {
  const pieces               = [];
  let bytes = 0;
  for await (const piece of body) {
    if (!(piece instanceof Uint8Array)) throw new TypeError('Expected a body of bytes')
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > most) break
  }
  return { text: Buffer.concat(pieces).subarray(0, most).toString('utf8'), whole: bytes <= most }
}

export { textOf as t };
