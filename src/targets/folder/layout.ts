/** What production points at: the pointer, which is replaced as a whole. */
export const POINTER_FILE = 'production.json'

/** Held while the pointer is compared and replaced. */
export const LOCK_FILE = 'production.json.lock'

/** The files of one model, and nothing else, below its id. */
export const modelFolder = (id: string): string => `models/${id}`

/** What lies beside a model, by the certificate's digest: the certificate, and the `SHA256SUMS` it is about. */
export const recordFolder = (certificate: string): string => `certificates/${certificate}`
