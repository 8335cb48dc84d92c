import { UserError } from '../../../core/user-error.ts'

/** Where the credentials file is of no use. What it holds is never told. */
export const wrongFile = (found: string): UserError =>
  new UserError(
    'kms.credentials-file',
    `Expected GOOGLE_APPLICATION_CREDENTIALS to name a file of type service_account or external_account but found ${found}`,
    { kind: 'environment', hint: 'Run google-github-actions/auth in a step before' },
  )
