/** Variables of git's that say how a server is reached, which is the user's to say. Everything else of git's is left out. */
const KEPT =
  /^GIT_(?:SSH|SSH_COMMAND|SSH_VARIANT|PROXY_SSL_\w+|SSL_\w+|HTTP_USER_AGENT|CONFIG_COUNT|CONFIG_KEY_\d+|CONFIG_VALUE_\d+)$/

/**
 * The environment that git runs in: the user's own, without a prompt, without the system's settings, and without what would point
 * it at another repository. `configuration` is read in place of the user's, which it includes.
 */
export function gitEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  repository: string,
  configuration: string,
): Record<string, string> {
  const kept = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || (/^(?:GIT_|SSH_ASKPASS|LC_|LANGUAGE)/.test(name) && !KEPT.test(name)) ? [] : [[name, value]],
  )
  return {
    ...Object.fromEntries(kept),
    GIT_DIR: repository,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: configuration,
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS_REQUIRE: 'never',
    // `ext::` runs a command, and git:// proves nothing.
    GIT_ALLOW_PROTOCOL: 'file:http:https:ssh',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
  }
}
