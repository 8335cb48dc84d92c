/** Slug of the app behind every `GITHUB_TOKEN`. */
const ACTIONS = 'github-actions'
const BOT = '[bot]'

/**
 * Who our token speaks as. An installation token cannot ask (`GET /user` refuses it), so it is GitHub Actions unless
 * `author` names another, or a check run we created has shown its app. An app writes comments as `slug[bot]`, a login
 * that no user can take.
 */
export interface Identity {
  /** Login that our comments are by. */
  readonly login: () => string
  /** Slug of the app that our check runs are by; undefined for a user's token, which cannot create any. */
  readonly app: () => string | undefined
  readonly learn: (slug: string | undefined) => void
}

export function identity(author: string | undefined): Identity {
  let login = author ?? `${ACTIONS}${BOT}`
  return {
    login: () => login,
    app: () => (login.endsWith(BOT) ? login.slice(0, -BOT.length) : undefined),
    learn: slug => {
      if (author === undefined && slug !== undefined) login = `${slug}${BOT}`
    },
  }
}

/** Whether a comment's author is us: the login, and for an app the type that only GitHub gives. */
export const isAuthor = (us: Identity, user: { login: string; type: string } | null | undefined): boolean =>
  user?.login === us.login() && (us.app() === undefined || user.type === 'Bot')
