import { d as dialectFor } from './dialect.js';

/** Tables that are read in the dialects declared for them. */
const withDialects = (tables        , dialects                                               )         =>
  dialects === undefined
    ? tables
    : {
        open: path => tables.open(path, dialectFor(dialects, path)),
        measure: (path, job, options) => tables.measure(path, job, { ...options, dialect: dialectFor(dialects, path) }),
        find: (path, header) => tables.find(path, header, dialectFor(dialects, path)),
      };

export { withDialects as w };
