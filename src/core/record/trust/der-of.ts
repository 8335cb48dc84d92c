/** The DER of a public key in PEM (SPKI); undefined where the text holds none, or anything else besides. */
export function derOf(pem: string): Uint8Array | undefined {
  const [, body] = /^\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/.exec(pem) ?? []
  if (body === undefined) return undefined
  try {
    return Uint8Array.from(atob(body.replace(/\s/g, '')), character => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
