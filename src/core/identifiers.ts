/** Prefix of every identifier that needs a URI. Nothing is ever fetched from it. */
export const NAMESPACE = 'https://proofmark.dev/'

export const EVIDENCE_SCHEMA = `${NAMESPACE}evidence/v1`
