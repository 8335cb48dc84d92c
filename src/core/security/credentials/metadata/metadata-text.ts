/** A text that a model file carries about itself. */
export interface MetadataText {
  readonly key: string
  readonly text: string
}
