/** The state of checks that look at the header alone: none. */
export const headerOnly = {
  init: () => ({}),
  add: () => {},
  merge: () => {},
}
