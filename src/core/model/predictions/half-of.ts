/** Which half a row belongs to, by its id: the same in every file and order, and as good as drawn. */
export function halfOf(id: string): 0 | 1 {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  // The finaliser of MurmurHash3 (A. Appleby, public domain): ids that count up differ in their last bits only.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) & 1) === 0 ? 0 : 1
}
