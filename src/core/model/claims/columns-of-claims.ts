import type { Claim } from './claim.ts'
import { columnsOf } from './scope.ts'

/** Columns that claims tell rows apart by. */
export const columnsOfClaims = (claims: readonly Claim[]): string[] =>
  claims.flatMap(claim => {
    if ('by' in claim) return [...claim.by]
    return 'metric' in claim && claim.scope ? [...columnsOf(claim.scope)] : []
  })
