import { c as canonicalJson } from './canonical-json.js';

/** What a policy is known by, in certificates, leaves and trust: the SHA-256 of its canonical JSON (RFC 8785), defaults written out. */
const policyDigest = (policy        , sha256                          )         => sha256(canonicalJson(policy));

export { policyDigest as p };
