import type { TokenIssuers } from '../ports/token-issuers.ts'
import { issuerKeys } from './issuer-keys.ts'
import { thumbprint } from './thumbprint.ts'
import { verifyToken } from './verify-token.ts'

/** Issuers as OpenID Connect has them. Loads the library when something is first verified. */
export const oidcIssuers = (): TokenIssuers => ({
  keys: issuerKeys,
  verify: verifyToken,
  thumbprints: ({ keys }) => Promise.all(keys.map(thumbprint)),
})
