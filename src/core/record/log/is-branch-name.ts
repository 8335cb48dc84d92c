/** Whether a branch may be called so: a strict part of what `git check-ref-format --branch` allows, safe in an address and on a command line. */
export const isBranchName = (name: string): boolean =>
  name.length <= 200 &&
  /^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/.test(name) &&
  !/\.\.|\.lock(?:\/|$)|\.(?:\/|$)/.test(name)
