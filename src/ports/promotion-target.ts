/** A file of a model, by the name its certificate has for it, and where it lies here. */
export interface ModelFile {
  readonly name: string
  /** Relative to the settings' folder, or absolute. */
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

/** What is brought to a target before production is pointed at it. */
export interface PlacedModel {
  /** The model id. */
  readonly id: string
  readonly name: string
  readonly files: readonly ModelFile[]
  /** SHA-256 of the certificate's bytes. */
  readonly certificate: string
  /** `SHA256SUMS` and the certificate, to lie beside the model. */
  readonly record: readonly { readonly name: string; readonly content: Uint8Array }[]
}

/** What a target says at a moment: the pointer's text, if there is one, and a mark that changes whenever the pointer does. */
export interface Standing {
  readonly pointer: string | undefined
  readonly mark: string
  /** Address of what production points at, where the target knows one by which certificates name champions: `models:/credit/7`. */
  readonly address?: string | undefined
  /** What stands there without a pointer of ours. */
  readonly foreign?: Foreign
}

/** What somebody else pointed production at. */
export interface Foreign {
  /** In words: `version 3, which Proofmark did not put there`. */
  readonly words: string
  /** By which `--from` has to name it before it is replaced; absent where nothing is lost by that. */
  readonly name?: string
}

/** A place that says which model is in production. Every failure is a `UserError`. */
export interface PromotionTarget {
  /** As it was asked for, and as the log says it: `folder:/srv/models/credit`, `release:v3`. */
  readonly name: string
  /** What pointing there does not prove, a sentence; undefined where the target keeps the bytes it points at and compares before it is written to. */
  readonly limits: string | undefined
  current(): Promise<Standing>
  /** Brings a model and its record there. What already lies there is left as it is: `stored` judges it. */
  place(model: PlacedModel): Promise<void>
  /** SHA-256 of every file of a model as the target stores it, by name, read from there now; undefined where it keeps no models. */
  stored(modelId: string): Promise<ReadonlyMap<string, string> | undefined>
  /** Text of a certificate that lies there, by the SHA-256 of its bytes; undefined where there is none. */
  certificate(sha256: string): Promise<string | undefined>
  /** Makes this text the pointer, if the target still stands as it did: a compare-and-swap. `conflict`: somebody else was faster. */
  point(pointer: string, expected: Standing): Promise<'done' | 'conflict'>
}

/** Opens targets by name. */
export interface PromotionTargets {
  open(name: string): Promise<PromotionTarget>
  /**
   * Names of the targets of a kind that exist there and that patterns name, where the kind can list them: `mlflow`, and
   * `credit@champion`, `*@champion` or `all`. A name without `*` is given even where there is no such target yet.
   */
  list(scheme: string, patterns: readonly string[]): Promise<readonly string[]>
}
