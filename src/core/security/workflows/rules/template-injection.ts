import { usesAction } from '../action-reference.ts'
import { expressionsIn } from '../expressions.ts'
import { type Author, authorsOf } from '../injected-text.ts'
import { defineRule, type WorkflowFinding } from '../rule.ts'
import { SEVERITIES } from '../severities.ts'
import type { PlacedStep, Workflow } from '../workflow.ts'

/** Text that others write, put into a script before the shell reads it. */
export const templateInjection = defineRule({
  id: 'template-injection',
  title: "No script is made of others' text",
  expected: 'no script to hold an expression whose text others write',
  severities: SEVERITIES['template-injection'],
  find: ({ env, jobs, lineOf }: Workflow) =>
    jobs.flatMap(job =>
      job.steps.flatMap(step => {
        const variables = new Map([env, job.env, step.env].flatMap(written))
        return expressionsIn(scriptOf(step)).flatMap((expression): WorkflowFinding<Author>[] => {
          const kind = authorsOf(expression, variables)
          if (kind === undefined) return []
          const whole = `\${{${expression}}}`
          const at = [...step.at, ...(step.run === undefined ? ['with', 'script'] : ['run'])]
          const shown = `\${{ ${expression.trim()} }}`
          return [{ kind, line: lineOf(at, whole.split('\n')[0]), found: shown, fix: fixFor(step, shown) }]
        })
      }),
    ),
})

const scriptOf = (step: PlacedStep): string =>
  step.run ?? (usesAction(step, 'actions/github-script') ? String(step.with?.script ?? '') : '')

/** The variables of an `env` map that others' text is in. */
function written(env: unknown): [string, Author][] {
  if (typeof env !== 'object' || env === null) return []
  return Object.entries(env).flatMap(([name, value]): [string, Author][] => {
    const authors = expressionsIn(String(value)).map(expression => authorsOf(expression, new Map()))
    const author = authors.includes('stranger') ? 'stranger' : authors.find(each => each !== undefined)
    return author === undefined ? [] : [[name.toLowerCase(), author]]
  })
}

const fixFor = ({ run }: PlacedStep, shown: string) =>
  run === undefined
    ? `Give the step env: { TEXT: '${shown}' } and write process.env.TEXT in the script`
    : `Give the step env: { TEXT: '${shown}' } and write "$TEXT" in the script`
