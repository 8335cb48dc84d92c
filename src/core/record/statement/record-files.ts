/** The model's files by digest, as `sha256sum -c` reads them. */
export const SUMS_FILE = 'SHA256SUMS'

export const CERTIFICATE_FILE = 'certificate.sigstore.json'

export const REFUSAL_FILE = 'refusal.sigstore.json'

/** What was decided on, for another policy engine. */
export const DECISION_FILE = 'decision.json'
