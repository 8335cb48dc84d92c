import { UserError } from '../../../core/user-error.ts'

/** Where the environment holds no credentials for a service. */
export const noCredentials = (service: string, hint: string): UserError =>
  new UserError('kms.no-credentials', `Expected credentials for ${service} in the environment but found none`, {
    kind: 'environment',
    hint,
  })
