import type { WorkflowTemplate } from '@actions/workflow-parser'
import { data, Evaluator, isBasicExpression, isMapping, isSequence, Lexer, Parser } from '../actions-language.ts'

/** `github`, `env`, `needs` …, as plain values. */
export type Contexts = Readonly<Record<string, unknown>>

/** A part of a workflow or manifest as GitHub's parser reads it. */
export type Token = WorkflowTemplate['env']

/** How things stand, for `success()` and its kin. */
export type Standing = 'success' | 'failure' | 'skipped'

const NAMES = ['github', 'env', 'vars', 'secrets', 'job', 'steps', 'runner', 'needs', 'strategy', 'matrix', 'inputs']

/** Evaluates one expression with GitHub's own evaluator; the value as plain JSON. */
export function evaluate(expression: string, contexts: Contexts, standing: Standing = 'success'): unknown {
  const functions = [
    statusFunction('success', standing === 'success'),
    statusFunction('failure', standing === 'failure'),
    statusFunction('always', true),
    statusFunction('cancelled', false),
  ]
  const all = Object.fromEntries(NAMES.map(name => [name, contexts[name] ?? {}]))
  const tree = new Parser(new Lexer(expression).lex().tokens, NAMES, functions).parse()
  const context = JSON.parse(JSON.stringify(all), data.reviver)
  const value = new Evaluator(tree, context, new Map(functions.map(one => [one.name, one]))).evaluate()
  return JSON.parse(JSON.stringify(value, data.replacer))
}

/** Whether a condition holds, by GitHub's idea of truth: false, 0, '' and null are not. */
export function holds(condition: string, contexts: Contexts, standing: Standing): boolean {
  const value = evaluate(condition, contexts, standing)
  return value !== false && value !== 0 && value !== '' && value !== null
}

/** The value of a token, every expression in it evaluated. */
export function plainValue(token: Token, contexts: Contexts): unknown {
  if (isMapping(token)) {
    return Object.fromEntries([...token].map(({ key, value }) => [key.toString(), plainValue(value, contexts)]))
  }
  if (isSequence(token)) return [...token].map(item => plainValue(item, contexts))
  if (isBasicExpression(token)) return evaluate(token.expression, contexts)
  return 'value' in token ? token.value : null
}

/** The text of a scalar, as inputs and variables have it. */
export const textOf = (token: Token, contexts: Contexts): string => asText(plainValue(token, contexts))

/** The texts of a mapping, by key; none where there is no mapping. */
export function textsOf(token: Token | undefined, contexts: Contexts): Record<string, string> {
  if (token === undefined || !isMapping(token)) return {}
  return Object.fromEntries([...token].map(({ key, value }) => [key.toString(), textOf(value, contexts)]))
}

const asText = (value: unknown): string =>
  value === null ? '' : typeof value === 'object' ? (Array.isArray(value) ? 'Array' : 'Object') : String(value)

const statusFunction = (name: string, value: boolean) => ({
  name,
  minArgs: 0,
  maxArgs: 0,
  call: () => new data.BooleanData(value),
})
