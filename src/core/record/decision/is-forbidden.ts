/** Whether the policy forbids to waive a rule, or a check (`gate/check`), by its name or by its gate's. */
export const isForbidden = (name: string, forbid: readonly string[]): boolean =>
  forbid.some(each => each === name || (name.startsWith(`${each}/`) && !each.includes('/')))
