import { checkedOut } from '../git/checked-out.ts'
import { environmentContext } from '../github/context.ts'
import type { CiKind } from './ci-kind.ts'
import { repositoryAt } from './repository-at.ts'

/**
 * No CI that is known: what git says of the working directory. A commit that the files are not as of is left out. Variables of GitHub's
 * that somebody has set by hand go before.
 */
export const shell: CiKind = {
  id: 'shell',
  recognises: () => true,
  async run({ env, cwd }) {
    const given = environmentContext(env)
    if (given.repository !== undefined && given.commit !== undefined) return { context: given }
    const { remote, commit, ref, changed } = await checkedOut(cwd, env, { changes: true })
    const at = { ...(ref && { ref }), ...(commit && !changed && { commit }) }
    return { context: { ...repositoryAt(remote, env), ...at, ...given } }
  },
}
