/** Whether a policy asks for less or for more after a change, where that can be known. */
export type Effect = 'weaker' | 'stronger' | 'unknown'

/** One thing that a new policy has otherwise than the old one. */
export interface Change {
  /** `removes rule auc-floor`, `lowers the threshold of rule auc-floor from 0.8 to 0.7`. */
  readonly text: string
  readonly effect: Effect
}
