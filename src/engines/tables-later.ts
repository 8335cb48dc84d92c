import type { Tables } from '../ports.ts'

/** Tables whose code is loaded when the first one is met. */
export function tablesLater(load: () => Promise<Tables>): Tables {
  let loaded: Promise<Tables> | undefined
  const tables = () => {
    loaded ??= load()
    return loaded
  }
  return {
    open: async (path, dialect) => (await tables()).open(path, dialect),
    measure: async (path, job, options) => (await tables()).measure(path, job, options),
    find: (path, header, dialect) => async places => (await tables()).find(path, header, dialect)(places),
  }
}
