/** Tags that a promotion writes. None of them is ever proof: the pointer is held against the log, all else against the certificate. */
export const TAGS = {
  /** On a version, the pointer at it; on the registered model, a pointer at nothing. */
  pointer: (alias: string) => `proofmark.pointer.${alias}`,
  /** Number of the version that the alias pointed at before. */
  previous: (alias: string) => `proofmark.previous.${alias}`,
  promotedBy: 'proofmark.promoted_by',
  modelId: 'proofmark.model_id',
  /** SHA-256 of the certificate's bytes. */
  certificate: 'proofmark.certificate_sha256',
} as const

/** Databricks takes no longer value; MLflow 2's database neither. In bytes. */
export const MAX_TAG_BYTES = 5000

/** Experiment whose runs keep the records of promotions, and the models that were uploaded. */
export const EXPERIMENT = 'proofmark'

/** Folder of a run that keeps a model, and of one that keeps its record. */
export const MODEL_FOLDER = 'model'
export const RECORD_FOLDER = 'proofmark'
