/** A condition without its `${{ }}` and spaces. */
export const bareCondition = (condition: string | boolean): string =>
  String(condition)
    .replace(/^\s*\$\{\{/, '')
    .replace(/\}\}\s*$/, '')
    .replaceAll(/\s+/g, '')

const ALWAYS = new Set([
  'always()',
  '!cancelled()',
  'true',
  'success()||failure()',
  'failure()||success()',
  'always()&&!cancelled()',
  '!cancelled()&&always()',
])

/** Whether a condition holds in every run that nobody has cancelled, whatever failed before. */
export const alwaysHolds = (condition: string | boolean): boolean => ALWAYS.has(bareCondition(condition))

/** Whether a condition can hold although something before it failed. */
export const outlivesFailure = (condition: string | boolean | undefined): boolean =>
  condition !== undefined && /always\(\)|cancelled\(\)|failure\(\)/.test(bareCondition(condition))
