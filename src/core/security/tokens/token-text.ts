/** What a token is made by: `h` HMAC, `s` AES-SIV. */
export type TokenKind = 'h' | 's'

const TOKEN = /^pmt1\.([hs])\.([\da-f]{8})\.([\w-]{22,})$/

/** A token as text, `pmt1.KIND.KEY-ID.BODY`: safe in a CSV cell, in a URL, and in a spreadsheet. */
export const writeToken = (kind: TokenKind, keyId: string, body: Uint8Array): string =>
  `pmt1.${kind}.${keyId}.${base64Url(body)}`

/** A token's parts; undefined where the text is none. */
export function readToken(text: string): { kind: TokenKind; keyId: string; body: Uint8Array } | undefined {
  const [, kind, keyId, body] = TOKEN.exec(text) ?? []
  if ((kind !== 'h' && kind !== 's') || keyId === undefined || body === undefined || body.length % 4 === 1)
    return undefined
  return { kind, keyId, body: fromBase64Url(body) }
}

const base64Url = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

const fromBase64Url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0))
