/** Every limit of GitHub's that a report must stay under, once. */
export const LIMITS = {
  /** Characters of an issue or pull-request comment. */
  comment: 65_536,
  /** Characters of a check run's summary, and of its text. */
  checkRunText: 65_535,
  /** Characters of a check run's title we use: what the list of checks shows. */
  checkRunTitle: 120,
  /** Annotations we send at all: nobody reads the 201st. */
  annotations: 200,
  annotationTitle: 255,
  annotationMessage: 4_096,
  /** Bytes of the job summary one step may write. */
  stepSummary: 1_048_576,
  /** Characters of one gate's section, so that the sections of all gates fit in one comment together. */
  section: 11_000,
  /** Results of a SARIF run that are shown; 25 000 are taken. */
  sarifResults: 5_000,
  sarifRules: 25_000,
} as const
