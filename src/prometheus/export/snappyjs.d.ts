/** What is used of snappyjs, which brings no types: the block format of Snappy. */
declare module 'snappyjs' {
  export function compress(content: Uint8Array): Uint8Array
  export function uncompress(content: Uint8Array): Uint8Array
}
