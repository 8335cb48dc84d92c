import { realpathSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import { UserError } from '../../../core/user-error.ts'
import { type Environment, variable } from '../environment.ts'
import type { Pkcs11Reference } from './pkcs11-reference.ts'

const HINT = 'Name the module that the maker of the token gives, by its whole path outside of the repository'

/**
 * The library that talks to the token, from the reference or `PROOFMARK_PKCS11_MODULE`. It is code that runs in this process: none from
 * the folder of the settings or the checked-out repository is taken, which a pull request could have put there.
 */
export function modulePath({ modulePath: named }: Pkcs11Reference, environment: Environment, root: string): string {
  const given = named ?? variable(environment, 'PROOFMARK_PKCS11_MODULE')
  const wrong = (found: string) =>
    new UserError('kms.module', `Expected the PKCS#11 module of the token but found ${found}`, {
      kind: 'environment',
      hint: HINT,
    })
  if (given === undefined) throw wrong('neither module-path in the reference nor PROOFMARK_PKCS11_MODULE')
  if (!isAbsolute(given)) throw wrong(`the relative path ${given.slice(0, 200)}`)
  const real = realOf(given)
  if (real === undefined) throw wrong(`no file at ${given.slice(0, 200)}`)
  const workspace = variable(environment, 'GITHUB_WORKSPACE')
  for (const folder of [root, ...(workspace === undefined ? [] : [workspace])])
    if ([given, real].some(path => isWithin(folder, path) || isWithin(realOf(folder) ?? folder, path)))
      throw wrong(`one in the repository (${given.slice(0, 200)})`)
  return real
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
