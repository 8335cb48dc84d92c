import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UserError } from '../core/user-error.ts'

/**
 * Refuses a repository among the files that are being checked: whoever wrote those could have put it there, and git runs the hooks of a
 * folder that is pushed to. The checkout's own repository is none of its files.
 */
export function refuseInCheckout(
  address: string,
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): void {
  const folder = isAbsolute(address) ? address : /^file:/i.test(address) ? fileURLToPath(address) : undefined
  if (folder === undefined) return
  const path = real(folder)
  const checkouts = [checkoutOf(root), env.GITHUB_WORKSPACE].flatMap(found => (found ? [real(found)] : []))
  if (!checkouts.some(checkout => path.startsWith(checkout + sep))) return
  throw new UserError(
    'git.in-checkout',
    `Expected the log's repository outside of what is checked out but found ${folder} in it`,
    { hint: 'Keep the log in a folder beside the checkout, or behind an address: git runs the hooks of a folder' },
  )
}

/** The nearest folder, from one upwards, that is a checkout. */
function checkoutOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  const above = dirname(resolve(folder))
  return above === resolve(folder) ? undefined : checkoutOf(above)
}

/** As the disk has it, symbolic links followed; a path that is not there as it is written. */
function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
