import type { Settings } from '../settings/schema.ts'

/** Why methods that take every row once and by itself do not apply, as a sentence; undefined where they do. */
export function dependence({ weight, cluster }: Settings['certify']): string | undefined {
  if (weight !== undefined) return `Every row would count once, but '${weight}' says that rows do not count alike`
  return cluster === undefined
    ? undefined
    : `Every row would count by itself, but '${cluster}' says that rows belong together`
}
