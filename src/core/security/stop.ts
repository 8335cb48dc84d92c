/** Why the scan of a file came to no end of its own. */
export type Stop =
  | { readonly limit: 'time'; readonly seconds: number }
  | { readonly limit: 'memory' }
  | { readonly limit: 'change' }
  /** `how` continues a sentence that begins with the process. */
  | { readonly limit: 'crash'; readonly how: string }
