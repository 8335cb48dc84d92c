import { type Dialect, dialectFor } from '../core/tables/dialect.ts'
import type { Tables } from '../ports.ts'

/** Tables that are read in the dialects declared for them. */
export const withDialects = (tables: Tables, dialects: Readonly<Record<string, Dialect>> | undefined): Tables =>
  dialects === undefined
    ? tables
    : {
        open: path => tables.open(path, dialectFor(dialects, path)),
        measure: (path, job, options) => tables.measure(path, job, { ...options, dialect: dialectFor(dialects, path) }),
        find: (path, header) => tables.find(path, header, dialectFor(dialects, path)),
      }
