import { z } from 'zod'

const variable = (description: string) =>
  z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable')
    .meta({ description })

/** Where what a server asks for is found: names of environment variables, never a secret. */
export const CREDENTIAL_NAMES = {
  'username-env': variable('Environment variable that holds the user name').optional(),
  'password-env': variable('Environment variable that holds the password').optional(),
  'token-env': variable('Environment variable that holds a bearer token').optional(),
}

/** Address of a server, without user and password. */
export const serverAddress = (description: string) =>
  z
    .url({ protocol: /^https?$/ })
    .refine(url => !URL.canParse(url) || (new URL(url).username === '' && new URL(url).password === ''), {
      error: 'an address without user and password: name environment variables that hold them',
    })
    .meta({ description })
