import type { JsonWebKeys } from '../core/record/approvals/receipt.ts'

/** Who issues identity tokens, and what their signatures prove. */
export interface TokenIssuers {
  /** The keys that an issuer shows now, fetched from it alone. Every failure is a `UserError`. */
  keys(issuer: string): Promise<JsonWebKeys>
  /** What a token claims that one of these keys has signed with RS256 or ES256, and the key's thumbprint (RFC 7638); else why it is refused. Needs no network, and looks at no claim. */
  verify(
    token: string,
    keys: JsonWebKeys,
  ): Promise<{ readonly claims: unknown; readonly key: string } | { readonly refused: string }>
  /** Thumbprints (RFC 7638, SHA-256) of keys, in their order. */
  thumbprints(keys: JsonWebKeys): Promise<string[]>
}
