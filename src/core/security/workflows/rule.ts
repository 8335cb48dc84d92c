import type { Status } from '../../verdict.ts'
import type { Workflow } from './workflow.ts'

/** What one kind of finding costs, and why: the reason continues the sentence that names what was found. */
export interface Severity {
  readonly status: Extract<Status, 'warn' | 'fail'>
  readonly why: string
}

/** One place where a workflow breaks a rule. */
export interface WorkflowFinding<Kind extends string = string> {
  /** Key of the rule's table of severities. */
  readonly kind: Kind
  /** 1-based. */
  readonly line: number
  /** What was found, as it stands there. */
  readonly found: string
  /** The exact change that mends it. */
  readonly fix: string
}

/** One question about a workflow without whose answer a gate is worth little; named as zizmor names it, where it has the rule. */
export interface WorkflowRule<Kind extends string = string> {
  readonly id: string
  readonly title: string
  /** Continues `Expected`. */
  readonly expected: string
  readonly severities: Readonly<Record<Kind, Severity>>
  find(workflow: Workflow): readonly WorkflowFinding<Kind>[]
}

export const defineRule = <Kind extends string>(rule: WorkflowRule<Kind>): WorkflowRule<Kind> => rule
