import type { Kind } from './define-kind.ts'
import * as kinds from './kinds/index.ts'
import type { Validators } from './validators.ts'

/** No library is asked for a header: its look has to do. */
const unasked: Validators = { stdnum: () => true, vat: () => true, iban: () => true, phone: () => true }

/** The kind that a column's name is itself a value of, as in a table without a header; undefined where it is a name. */
export const headerValue = (name: string): Kind | undefined =>
  /[\d@]/.test(name)
    ? Object.values<Kind>(kinds).find(
        ({ personal, values }) =>
          personal === 'always' &&
          values?.chance !== undefined &&
          values.pattern.test(name) &&
          (values.checksum?.passes(name, unasked) ?? true),
      )
    : undefined
