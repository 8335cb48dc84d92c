/** The model's files by digest, as `sha256sum -c` reads them. */
export const SUMS_FILE = 'SHA256SUMS'

export const CERTIFICATE_FILE = 'certificate.sigstore.json'

/** The certificate's DSSE envelope alone, for tools that read no Sigstore bundle. */
export const ENVELOPE_FILE = 'certificate.dsse.json'

export const REFUSAL_FILE = 'refusal.sigstore.json'

/** What was decided on, for another policy engine. */
export const DECISION_FILE = 'decision.json'

/** One signed statement a line: what each gate found. */
export const EVIDENCE_FILE = 'evidence.intoto.jsonl'

/** The model's files, signed as OpenSSF Model Signing v1.0 has it. */
export const MODEL_SIGNATURE_FILE = 'model.sig'

/** That the certificate is in the log (c2sp.org/tlog-proof). */
export const PROOF_FILE = 'certificate.tlog-proof'

/** Confidential evidence, encrypted (age v1). */
export const ARCHIVE_FILE = 'evidence.tar.age'

/** Every file a certification may write into the output folder, and whether it is published beside the model. */
export const RECORD_FILES = {
  [SUMS_FILE]: { published: true },
  [CERTIFICATE_FILE]: { published: true },
  [ENVELOPE_FILE]: { published: true },
  [EVIDENCE_FILE]: { published: true },
  [MODEL_SIGNATURE_FILE]: { published: true },
  [ARCHIVE_FILE]: { published: true },
  [PROOF_FILE]: { published: true },
  [DECISION_FILE]: { published: false },
  [REFUSAL_FILE]: { published: false },
} as const

export type RecordFile = keyof typeof RECORD_FILES
