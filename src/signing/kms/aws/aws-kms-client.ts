import { AwsV4Signer } from 'aws4fetch'
import type { z } from 'zod'
import { UserError } from '../../../core/user-error.ts'
import { type Environment, variable } from '../environment.ts'
import { ask } from '../http/ask.ts'
import type { KmsOptions } from '../options.ts'
import { awsCredentials } from './aws-credentials.ts'
import { awsEndpoint } from './aws-endpoint.ts'
import { awsKmsService } from './aws-kms-service.ts'
import type { AwsReference } from './aws-reference.ts'

/** Calls an action of AWS KMS (`Sign`) with its parameters. */
export type AwsKmsClient = <T>(action: string, parameters: object, schema: z.ZodType<T>) => Promise<T>

/** A client of AWS KMS for one key: JSON over HTTPS, signed with Signature Version 4. @param actions that the credentials must be allowed */
export async function awsKmsClient(
  { uri, host, region: ofKey }: AwsReference,
  actions: readonly string[],
  environment: Environment,
  options: KmsOptions,
): Promise<AwsKmsClient> {
  const region = ofKey ?? variable(environment, 'AWS_REGION') ?? variable(environment, 'AWS_DEFAULT_REGION')
  if (region === undefined || !/^[a-z0-9-]{1,40}$/.test(region))
    throw new UserError('kms.region', `Expected the region of ${uri} in AWS_REGION but found ${region ?? 'nothing'}`, {
      kind: 'environment',
      hint: 'Set AWS_REGION, or name the key by its ARN',
    })
  const credentials = await awsCredentials(environment, region, options)
  const service = awsKmsService(uri, credentials, actions)
  const url = awsEndpoint('kms', region, environment, host)
  return async (action, parameters, schema) => {
    const body = JSON.stringify(parameters)
    const signed = await new AwsV4Signer({
      method: 'POST',
      url: url.href,
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${action}` },
      body,
      accessKeyId: credentials.accessKeyId,
      secretAccessKey: credentials.secretAccessKey,
      ...(credentials.sessionToken === undefined ? {} : { sessionToken: credentials.sessionToken }),
      service: 'kms',
      region,
    }).sign()
    return ask(service, { method: 'POST', url, headers: Object.fromEntries(signed.headers), body }, schema, options)
  }
}
