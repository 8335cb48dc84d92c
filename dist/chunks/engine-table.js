/** Engines that tables may be on. */
const ENGINES = ['duckdb', 'trino', 'clickhouse', 'postgres', 'spark', 'databricks'];         
                                                 

/** A table that an engine holds, as the settings name it. */
                              
                             
                                                                                 
                      
                                                        
                        
                                                                                      
                                   
                                                                                                                               
                                        
                                                       
                                    
                                                                                                                    
                                         
                                                                                  
                                      
                                                                                  
                                       
                                        
 

/** What an address says besides, by its name there. */
const NAMES = {
  table: 'table',
  key: 'key',
  snapshot: 'snapshot',
  'as-of': 'asOf',
  partition: 'partition',
  states: 'states',
  'max-rows': 'maxRows',
  'max-bytes': 'maxBytes',
};                                                                                          
                              
const isName = (text        )               => Object.hasOwn(NAMES, text);

/** What stands in place of a path: `trino:https://host:8443?table=hive.risk.credit&key=id`. */
function engineAddress({ engine, url, ...table }             )         {
  const query = Object.entries(NAMES).flatMap(([name, key]) => {
    const value = table[key];
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]
  });
  return `${engine}:${url}?${query.join('&')}`
}

const ADDRESS = new RegExp(`^(?<engine>${ENGINES.join('|')}):(?<url>[^?#]+)\\?(?<query>.+)$`);

/** Whether what stands in place of a path is a table on an engine. */
const isEngineAddress = (path        )          => ENGINES.some(engine => path.startsWith(`${engine}:`));

/** The table that an address names; undefined where it is none of this form. */
function readEngineAddress(path        )                          {
  const found = ADDRESS.exec(path)?.groups;
  const engine = ENGINES.find(name => name === found?.engine);
  if (!found?.url || !engine) return undefined
  const parts = new Map              ();
  for (const part of (found.query ?? '').split('&')) {
    const [name = '', value = ''] = part.split('=', 2);
    if (!isName(name) || value === '' || parts.has(name)) return undefined
    parts.set(name, decoded(value));
  }
  const table = parts.get('table');
  const [maxRows, maxBytes] = [limitIn(parts.get('max-rows')), limitIn(parts.get('max-bytes'))];
  if (table === undefined || Number.isNaN(maxRows) || Number.isNaN(maxBytes)) return undefined
  if (parts.has('as-of') && (parts.has('snapshot') || !isTime(parts.get('as-of') ?? ''))) return undefined
  if (parts.has('partition') !== parts.has('states')) return undefined
  const texts = Object.fromEntries([...parts].map(([name, value]) => [NAMES[name], value]));
  return {
    ...texts,
    engine,
    url: found.url,
    table,
    ...(maxRows === undefined ? {} : { maxRows }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
  }
}

/** A time with its zone, as settings write it. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;
const isTime = (text        )          => TIME.test(text) && !Number.isNaN(Date.parse(text));

const limitIn = (text                    )                     =>
  text === undefined ? undefined : /^[1-9]\d{0,15}$/.test(text) ? Number(text) : Number.NaN;

function decoded(text        )         {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export { ENGINES as E, isTime as a, engineAddress as e, isEngineAddress as i, readEngineAddress as r };
