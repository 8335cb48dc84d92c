import { UserError } from '../../../src/core/user-error.ts'

/** What a call is refused with, as its reader sees it: code, exit kind, message and hint. Anything but a `UserError` is thrown. */
export async function refusal(call: () => Promise<unknown>): Promise<string> {
  try {
    await call()
  } catch (error) {
    if (error instanceof UserError) return `${error.code} (${error.kind}): ${error.message}. ${error.hint}`
    throw error
  }
  return 'none'
}
