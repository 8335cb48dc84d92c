import type { ApprovalRule } from '../policy/approval-rule.ts'
import { type Account, isSameAccount } from './account.ts'
import type { Occasion } from './occasion.ts'

const WORDS: Readonly<Record<ApprovalRule['distinct-from'][number], string>> = {
  author: 'is an author of the change',
  trigger: 'started the run',
  'waiver-requester': 'asked for a waiver that was applied',
}

/** Why somebody's own consent does not count for a requirement, after the name; undefined where it does. */
export function conflictOf(
  who: Account,
  distinctFrom: ApprovalRule['distinct-from'],
  { authors, triggers, waiverRequesters }: Occasion,
): string | undefined {
  const others = { author: authors, trigger: triggers, 'waiver-requester': waiverRequesters }
  const found = distinctFrom.find(kind => others[kind].some(other => isSameAccount(who, other)))
  return found === undefined ? undefined : WORDS[found]
}
