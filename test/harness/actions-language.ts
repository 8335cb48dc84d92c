import { registerHooks } from 'node:module'

// GitHub's packages import JSON without saying so, which Node refuses.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
})

export const {
  convertWorkflowTemplate,
  isBasicExpression,
  isMapping,
  isSequence,
  isString,
  NoOperationTraceWriter,
  parseWorkflow,
} = await import('@actions/workflow-parser')
export const { convertActionTemplate, parseAction } = await import('@actions/workflow-parser/actions/index')
export const { data, Evaluator, Lexer, Parser } = await import('@actions/expressions')
export const { validate } = await import('@actions/languageservice')
