import { closestMatch } from 'leven'
import type { Settings } from '../settings/schema.ts'
import { UserError } from '../user-error.ts'
import { quoted } from './quoted.ts'

/** Throws where `critical` or `weights` name a column that is not compared: a misspelt one would let its drift pass. */
export function requireKnownColumns(
  { critical = [], weights = {}, columns, ignore = [] }: Settings['drift'],
  headers: readonly string[],
): void {
  const compared = headers.filter(name => (columns?.includes(name) ?? true) && !ignore.includes(name))
  for (const [setting, names] of Object.entries({ critical, weights: Object.keys(weights) })) {
    for (const name of names) {
      if (compared.includes(name)) continue
      const meant = closestMatch(name, compared, { maxDistance: Math.ceil(name.length / 3) })
      throw new UserError(
        'drift.unknown-column',
        `Expected a column that is compared under 'drift.${setting}' but found ${quoted(name)}${meant === undefined ? '' : `: did you mean ${quoted(meant)}?`}`,
        {
          hint: headers.includes(name)
            ? "Take it out of 'ignore', or name it under 'columns'"
            : 'Name columns as the header of the tables writes them',
        },
      )
    }
  }
}
