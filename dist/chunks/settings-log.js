import { r as readSettings } from './read-settings.js';
import { r as recordLogOf } from './record-log-of.js';

/** The settings as they are here, without inputs over them; undefined where there is no file of them. */
async function settingsHere(
  config                    ,
  { files }                      ,
)                                {
  if (config === undefined) return undefined
  const file = { name: config, text: await files.readText(config) };
  return readSettings({ command: 'gate', inputs: new Map(), nameInput: () => '', rebase: path => path, file })
}

/** A settings file, and what is known of its log besides. */
                           
                                                                  
                                     
                                    
                                           
                                  
                                       
 

/** The log that a settings file names, where enough is known to read or write it; else undefined. */
async function settingsLog(
  { config, trusted, keyText }          ,
  ports       ,
)                                 {
  const settings = (await settingsHere(config, ports))?.record.log;
  const known = trusted ?? keyText ?? settings?.['verifier-key'] ?? settings?.key;
  return settings === undefined || known === undefined ? undefined : recordLogOf(settings, { trusted }, keyText, ports)
}

export { settingsHere as a, settingsLog as s };
