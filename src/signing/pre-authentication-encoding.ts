import { Buffer } from 'node:buffer'

/** The bytes a DSSE signature is over: "DSSEv1 <length> <type> <length> <payload>", lengths in bytes (DSSE v1.0.2, protocol). */
export function preAuthenticationEncoding(payloadType: string, payload: Uint8Array): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `
  return Buffer.concat([Buffer.from(head), payload])
}
