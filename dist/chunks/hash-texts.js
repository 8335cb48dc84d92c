import { h as hashBytes, a as hashed } from './hash-bytes.js';

const encoder = new TextEncoder();
let utf8 = new Uint8Array(1024);

/** The hashes of the texts of so many rows. */
function hashTexts(rows        , text                         )         {
  const hashes = { a: new Uint32Array(rows), b: new Uint32Array(rows), c: new Uint32Array(rows) };
  for (let row = 0; row < rows; row++) {
    const characters = text(row);
    // A character has at most three bytes for each of its UTF-16 words.
    if (3 * characters.length > utf8.length) utf8 = new Uint8Array(6 * characters.length);
    hashBytes(utf8, 0, encoder.encodeInto(characters, utf8).written);
    hashes.a[row] = hashed[0] ?? 0;
    hashes.b[row] = hashed[1] ?? 0;
    hashes.c[row] = hashed[2] ?? 0;
  }
  return hashes
}

export { hashTexts as h };
