/** Prefix of every identifier that needs a URI. Nothing is ever fetched from it. */
const NAMESPACE = 'https://proofmark.dev/';

const EVIDENCE_SCHEMA = `${NAMESPACE}evidence/v1`;

/** Every check run of ours is named so; the rest of the name is the gate's. */
const CHECK_RUN_PREFIX = 'Proofmark / ';

export { CHECK_RUN_PREFIX as C, EVIDENCE_SCHEMA as E, NAMESPACE as N };
