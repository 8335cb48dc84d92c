/** Where `hashBytes` puts its three words: one array for all calls, as an object for each cell would be most of the cost. */
const hashed = new Uint32Array(3);

/**
 * 96 bits of the bytes from `start` to `end`, into `hashed`: three lanes of multiply and rotate, each finished as in
 * MurmurHash3 (Appleby 2011). Two different texts of n share all 96 bits with a probability below n² / 2⁹⁷: under 10⁻¹⁰
 * for a billion rows. It does not withstand somebody who looks for a collision.
 */
function hashBytes(bytes            , start        , end        )       {
  const length = end - start;
  let a = 0x9e3779b1 ^ length;
  let b = 0x85ebca77 ^ length;
  let c = 0xc2b2ae3d ^ length;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const word =
      (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    a = Math.imul(a ^ word, 0xcc9e2d51);
    a ^= a >>> 15;
    b = Math.imul(b ^ word, 0x1b873593);
    b ^= b >>> 13;
    c = Math.imul((c << 7) ^ (c >>> 25) ^ word, 0xa1e38b93);
  }
  let rest = 0;
  for (let shift = 0; at < end; at++, shift += 8) rest |= (bytes[at] ?? 0) << shift;
  a = finish(Math.imul(a ^ rest, 0xcc9e2d51));
  b = finish(Math.imul(b ^ rest, 0x1b873593) ^ a);
  c = finish(Math.imul(c ^ rest, 0xa1e38b93) ^ b);
  hashed[0] = a;
  hashed[1] = b;
  hashed[2] = c;
}

function finish(word        )         {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0
}

export { hashed as a, hashBytes as h };
