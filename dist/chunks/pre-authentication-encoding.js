import { Buffer } from 'node:buffer';

/** The bytes a DSSE signature is over: "DSSEv1 <length> <type> <length> <payload>", lengths in bytes (DSSE v1.0.2, protocol). */
function preAuthenticationEncoding(payloadType        , payload            )         {
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `;
  return Buffer.concat([Buffer.from(head), payload])
}

export { preAuthenticationEncoding as p };
