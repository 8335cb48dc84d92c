import type { LogicalTypeOptions } from '../contract/property.ts'
import type { Reader } from '../types/define-type.ts'
import { ISO, temporalExpression } from './format.ts'
import { instant } from './instant.ts'

/** Reads date and time by the contract's format, else by ISO 8601; `timezone` says whether an offset must or must not be there. */
export function temporalReader(iso: RegExp, options: LogicalTypeOptions): Reader | { readonly unsupported: string } {
  const expression = options.format === undefined ? iso : temporalExpression(options.format)
  if (!expression) return { unsupported: `the format '${options.format}' uses letters that Proofmark does not read` }
  return {
    read(text) {
      const fields = expression.exec(text)?.groups
      if (!fields) return Number.NaN
      if (options.timezone !== undefined && options.timezone !== (fields.offset !== undefined)) return Number.NaN
      return instant(fields)
    },
    ...(expression === ISO.date || expression === ISO.timestamp
      ? { form: { is: expression === ISO.timestamp ? 'time' : 'day', zoned: options.timezone } }
      : {}),
    zoned: text => expression.exec(text)?.groups?.offset !== undefined,
  }
}
