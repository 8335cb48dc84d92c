/** Prefix of every identifier that needs a URI. Nothing is ever fetched from it. */
export const NAMESPACE = 'https://proofmark.dev/'

export const EVIDENCE_SCHEMA = `${NAMESPACE}evidence/v1`

/** Every check run of ours is named so; the rest of the name is the gate's. */
export const CHECK_RUN_PREFIX = 'Proofmark / '
