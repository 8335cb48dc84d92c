import { U as UserError } from './user-error.js';

/** What an address of MLflow's names, as it is written; `path` is below its folder, `''` for the folder itself. */
                                                        
                                                                               
                                                                           
                                                        
                                               
                            
 

/** How addresses of MLflow's are written, for messages. */
const ADDRESS_FORM = 'models:/NAME/7, models:/NAME@ALIAS, models:/m-ID, runs:/ID, each with /PATH';

/** Reads an address of MLflow's. Names have neither `/` nor `:` (mlflow/utils/validation.py); a model's may have an `@`, an alias may not. */
function modelAddress(address        )               {
  const [scheme = '', rest = ''] = split(address, ':');
  if (rest.startsWith('//') || /\\|\0/.test(rest)) throw invalid(address)
  const parts = rest.replace(/^\/|\/$/g, '').split('/');
  if (parts.some(part => part === '..' || part === '.' || part === '')) throw invalid(address)
  const [first = '', second = ''] = parts;
  const below = (n        ) => parts.slice(n).join('/');
  if (scheme === 'mlflow-artifacts') return { of: 'store', path: below(0) }
  if (scheme === 'runs') return { of: 'run', id: first, path: below(1) }
  if (/^m-[0-9a-f]{32}$/.test(first)) return { of: 'logged-model', id: first, path: below(1) }
  const alias = /^(.+)@([^@]+)$/.exec(first);
  if (alias) return { of: 'alias', name: alias[1] ?? '', alias: alias[2] ?? '', path: below(1) }
  if (/^\d{1,18}$/.test(second)) return { of: 'version', name: first, version: second, path: below(2) }
  throw new UserError('mlflow.version', `Expected a version or an alias in ${address} but found neither`, {
    file: address,
    hint: `Name one: models:/${first}/7 or models:/${first}@champion; 'latest' and stages change without notice`,
  })
}

/** Whether a path may be an address of MLflow's. */
const isModelAddress = (path        )          => /^(models|runs|mlflow-artifacts):/.test(path);

function split(text        , at        )                   {
  const i = text.indexOf(at);
  return [text.slice(0, i), text.slice(i + 1)]
}

const invalid = (address        ) =>
  new UserError('mlflow.address-form', `Expected an address of MLflow's but found '${address}'`, {
    file: address,
    hint: `Write ${ADDRESS_FORM}`,
  });

export { ADDRESS_FORM as A, isModelAddress as i, modelAddress as m };
