/** How an ecosystem orders and selects its versions. */
export interface Versions {
  /** Negative where `a` comes before `b`. What is no version comes before all that are, as OSV has it. */
  compare(a: string, b: string): number
  /** Whether the range allows the version; undefined where the range cannot be read. */
  allows(range: string, version: string): boolean | undefined
}
