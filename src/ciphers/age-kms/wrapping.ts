/** What a wrapped file key belongs to; it can be unwrapped by giving the same again, and only so. Not secret: services write it into their logs. */
export type WrappingContext = Readonly<Record<string, string>>

/** A symmetric key in a key service, which wraps file keys. */
export interface Wrapping {
  wrap(fileKey: Uint8Array, context: WrappingContext): Promise<Uint8Array>
  unwrap(wrapped: Uint8Array, context: WrappingContext): Promise<Uint8Array>
}

/** A context as the bytes that an AEAD authenticates: JSON with sorted names, so that the order they are given in does not matter. */
export const associatedData = (context: WrappingContext): Buffer =>
  Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))))
