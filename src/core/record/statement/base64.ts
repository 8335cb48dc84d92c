/** Whether a text is base64 as RFC 4648 §4 has it, in its one spelling: padded, no white space, no stray bits. */
export function isCanonicalBase64(text: string): boolean {
  try {
    return btoa(atob(text)) === text
  } catch {
    return false
  }
}

/** Bytes of canonical base64. */
export const decodeBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), each => each.charCodeAt(0))
