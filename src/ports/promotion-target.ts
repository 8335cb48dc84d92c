/** What production points at: the certified model, and the certificate that allowed it. */
export interface Pointer {
  /** The model id. */
  readonly modelId: string
  /** The model as its owner calls it, with its version. */
  readonly model: string
  /** SHA-256 of the certificate's bytes. */
  readonly certificate: string
  /** Since when, whole seconds, UTC. */
  readonly at: string
}

/** A place that says which model is in production. Every failure is a `UserError`. */
export interface PromotionTarget {
  /** As it was asked for, and as the log says it: `folder:/srv/models/credit`, `release:v3`. */
  readonly name: string
  /** SHA-256 of every file of the model as the target itself stores it, by its name in the model; read from the target, never remembered. */
  stored(model: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>>
  /** Brings the files there where the target stores models itself; absent where it only points. */
  place?(files: readonly { readonly name: string; readonly path: string }[]): Promise<void>
  /** What production points at now. */
  current(): Promise<Pointer | undefined>
  /** Points production at a model, if it still points at `expected`; `conflict`: somebody else was faster. Without `to`, at nothing. */
  point(to: Pointer | undefined, expected: Pointer | undefined): Promise<'done' | 'conflict'>
}
