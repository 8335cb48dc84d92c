import { NAMESPACE } from '../../identifiers.ts'

/** Payload type of every DSSE envelope that holds an in-toto statement. */
export const STATEMENT_PAYLOAD = 'application/vnd.in-toto+json'

/** in-toto Statement v1. */
export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1'

/** Predicate type of a certificate: SLSA Verification Summary Attestation v1. */
export const VERIFICATION_SUMMARY = 'https://slsa.dev/verification_summary/v1'

/** Key of a certificate's own part inside the verification summary, which wants extensions named by URI. */
export const CERTIFICATE_EXTENSION = `${NAMESPACE}certificate/v1` as const

/** Predicate type of a refusal; not a verification summary, because tools that look at the type alone would let a FAILED one pass. */
export const REFUSAL = `${NAMESPACE}refusal/v1` as const

/** Who decides: this program. Which of its keys to trust is the verifier's choice. */
export const VERIFIER_ID = `${NAMESPACE}verifier/v1` as const
