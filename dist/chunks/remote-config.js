import { U as UserError } from './user-error.js';

/** A remote as DVC's settings have it. */
                               
                       
                      
                                                
                                                                  
                            
 

/** The remote of this name, or the default one; undefined where none is named and there is no default. */
function remoteConfig(config           , asked         )                           {
  const name = (asked ?? config.get('core')?.get('remote'))?.toLowerCase();
  if (name === undefined) return undefined
  const names = [...config.keys()].flatMap(section => /^remote "(.*)"$/.exec(section)?.[1] ?? []);
  const known = names.find(candidate => candidate.toLowerCase() === name);
  const settings = known === undefined ? undefined : config.get(`remote "${known}"`);
  const url = settings?.get('url');
  if (known === undefined || settings === undefined || url === undefined)
    throw new UserError(
      'dvc.no-remote',
      `Expected a DVC remote '${asked ?? name}' with a url but found ${names.length === 0 ? 'no remote' : names.join(', ')}`,
      {
        file: '.dvc/config',
        hint: 'Name one of these, or add it with dvc remote add',
      },
    )
  const parent = /^remote:\/\/([^/]+)(\/.*)?$/.exec(url);
  const isOn = (key        ) => /^(true|yes|on|1)$/i.test(settings.get(key) ?? '');
  const own = { name: known, url, settings, versions: isOn('worktree') || isOn('version_aware') };
  if (!parent) return own
  const base = parent[1]?.toLowerCase() === name ? undefined : remoteConfig(config, parent[1]);
  if (base === undefined)
    throw new UserError('dvc.no-remote', `Expected the remote '${known}' to build on another but found ${url}`, {
      file: '.dvc/config',
      hint: 'Give it a url of its own',
    })
  return {
    ...own,
    url: `${base.url.replace(/\/+$/, '')}${parent[2] ?? ''}`,
    settings: new Map([...base.settings, ...settings]),
  }
}

export { remoteConfig };
