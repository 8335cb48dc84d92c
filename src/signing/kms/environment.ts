/** Environment variables, as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A variable's value; one that is set to nothing counts as not set, as a workflow sets a secret that does not exist. */
export const variable = (environment: Environment, name: string): string | undefined =>
  environment[name]?.trim() || undefined
