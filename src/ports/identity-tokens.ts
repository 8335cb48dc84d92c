/** Tokens in which the forge vouches for the run that asks: signed JWTs (OpenID Connect). */
export interface IdentityTokens {
  /** A fresh token that only `audience` accepts. Every failure is a `UserError`. */
  token(audience: string): Promise<string>
}
