import type { AllowList } from './allow-list.ts'

/** The keys, `module:qualname`, of all names of a list. */
export const keysIn = ({ names }: AllowList): string[] =>
  Object.entries(names).flatMap(([module, listed]) =>
    listed.split(' ').map(name => `${module}:${name.replace(/[[@].*/, '')}`),
  )
