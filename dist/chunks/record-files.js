/** The model's files by digest, as `sha256sum -c` reads them. */
const SUMS_FILE = 'SHA256SUMS';

const CERTIFICATE_FILE = 'certificate.sigstore.json';

/** The certificate's DSSE envelope alone, for tools that read no Sigstore bundle. */
const ENVELOPE_FILE = 'certificate.dsse.json';

const REFUSAL_FILE = 'refusal.sigstore.json';

/** What was decided on, for another policy engine. */
const DECISION_FILE = 'decision.json';

/** One signed statement a line: what each gate found. */
const EVIDENCE_FILE = 'evidence.intoto.jsonl';

/** The model's files, signed as OpenSSF Model Signing v1.0 has it. */
const MODEL_SIGNATURE_FILE = 'model.sig';

/** That the certificate is in the log (c2sp.org/tlog-proof). */
const PROOF_FILE = 'certificate.tlog-proof';

/** Confidential evidence, encrypted (age v1). */
const ARCHIVE_FILE = 'evidence.tar.age';

/** Every file a certification may write into the output folder, and whether it is published beside the model. */
const RECORD_FILES = {
  [SUMS_FILE]: { published: true },
  [CERTIFICATE_FILE]: { published: true },
  [ENVELOPE_FILE]: { published: true },
  [EVIDENCE_FILE]: { published: true },
  [MODEL_SIGNATURE_FILE]: { published: true },
  [ARCHIVE_FILE]: { published: true },
  [PROOF_FILE]: { published: true },
  [DECISION_FILE]: { published: false },
  [REFUSAL_FILE]: { published: false },
};

export { ARCHIVE_FILE as A, CERTIFICATE_FILE as C, DECISION_FILE as D, EVIDENCE_FILE as E, MODEL_SIGNATURE_FILE as M, PROOF_FILE as P, REFUSAL_FILE as R, SUMS_FILE as S, RECORD_FILES as a, ENVELOPE_FILE as b };
