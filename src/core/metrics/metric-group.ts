import type { MetricFamily } from './metric-family.ts'

/**
 * What is replaced together. Its key names no commit and no version: whoever keeps groups (a Pushgateway does for ever) would keep one
 * more with every run.
 */
export interface MetricGroup {
  /** Labels that tell the group from others, in this order; its samples have them too. */
  readonly key: Readonly<Record<string, string>>
  /** What the group is about: a name for a file of it. */
  readonly about: string
  /** Whether what the group held under other names goes: of a gate it does; a refusal leaves the last certificate standing. */
  readonly whole: boolean
  readonly families: readonly MetricFamily[]
}
