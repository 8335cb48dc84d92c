/** What production points at: the pointer, which is replaced as a whole. */
const POINTER_FILE = 'production.json';

/** Held while the pointer is compared and replaced. */
const LOCK_FILE = 'production.json.lock';

/** The files of one model, and nothing else, below its id. */
const modelFolder = (id        )         => `models/${id}`;

/** What lies beside a model, by the certificate's digest: the certificate, and the `SHA256SUMS` it is about. */
const recordFolder = (certificate        )         => `certificates/${certificate}`;

export { LOCK_FILE as L, POINTER_FILE as P, modelFolder as m, recordFolder as r };
