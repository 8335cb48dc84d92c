/** What tests change of how a key service is used. */
export interface KmsOptions {
  /** Milliseconds of a second: how long the pauses before another try are. */
  readonly second?: number
  /** Milliseconds that are waited for an answer. */
  readonly timeout?: number
}
