import { U as UserError } from './user-error.js';

/** Headers that say who asks: from environment variables that the settings name, never from the settings. */
function credentials(
  source                                                                           
                                        
   ,
  environment                                              ,
)                         {
  const { 'token-env': token, 'username-env': username, 'password-env': password, tenant } = source;
  const read = (name        )         => {
    const value = environment[name];
    if (value !== undefined && value !== '') return value
    throw new UserError(
      'prometheus.credentials',
      `Expected the environment variable ${name} to be set but found nothing`,
      {
        kind: 'environment',
        hint: `Give the step the secret: env: { ${name}: \${{ secrets.${name} }} }`,
      },
    )
  };
  return {
    ...(tenant === undefined ? {} : { 'x-scope-orgid': tenant }),
    ...(token === undefined ? {} : { authorization: `Bearer ${read(token)}` }),
    ...(username === undefined || password === undefined
      ? {}
      : { authorization: `Basic ${Buffer.from(`${read(username)}:${read(password)}`).toString('base64')}` }),
  }
}

export { credentials };
