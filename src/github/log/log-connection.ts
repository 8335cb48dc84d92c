import type { ConnectionOptions } from '../connection.ts'

/** How a log's repository is reached: by the token that is meant for it, else by the run's own, else without any. */
export const logConnection = (
  env: Readonly<Record<string, string | undefined>>,
  repository: string,
): ConnectionOptions => ({
  // `||`: a secret that is not set arrives empty.
  token: env.PROOFMARK_LOG_TOKEN || env.INPUT_TOKEN || env.GITHUB_TOKEN || env.GH_TOKEN || '',
  apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
  repository,
})
