import { r as readContract } from './read-contract.js';
import { d as distExports } from './index7.js';
import { M as MATCH_JSON_SCHEMA } from './index8.js';
import { U as UserError } from './user-error.js';

/** A path that a file names, seen from the root: `reqs/base.txt` for `base.txt` in `reqs/all.txt`; undefined where it is no path inside the root. */
function resolveInclude(from        , path        )                     {
  if (/^[a-z][\w+.-]*:\/\/|^[/\\]|^[A-Za-z]:[/\\]|[$\0]/.test(path)) return undefined
  const steps = from.split('/').slice(0, -1);
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined
  }
  return steps.length === 0 ? undefined : steps.join('/')
}

/** A schema that a contract names by its path, and where the path stands in the contract's text. */
                              
                       
                        
                      
 

/** The schemas that a contract names instead of writing them out, from its last to its first. */
function namedSchemas(contract        )                {
  if (!contract.includes(MATCH_JSON_SCHEMA)) return []
  const found                = [];
  distExports.visit(distExports.parseDocument(contract, { uniqueKeys: false }), {
    Map(_, map) {
      if (map.get('expectation') !== MATCH_JSON_SCHEMA) return
      const value = map.items.find(({ key }) => distExports.isScalar(key) && key.value === 'json_schema')?.value;
      if (distExports.isMap(value) || !distExports.isScalar(value) || typeof value.value !== 'string' || !value.range) return
      const [start, end] = value.range;
      found.push({ path: value.value, start, end });
    },
  });
  return found.toSorted((a, b) => b.start - a.start)
}

const MAX_CONTRACT_BYTES = 8 * 1024 * 1024;
const MAX_SCHEMA_BYTES = 1024 * 1024;

/** The data contract at a path, which may be a glob that one file matches, and its digest. */
async function openContract(
  path        ,
  files       ,
)           
                        
                             
                 
                                                      
              
                    
                     
   {
  const [name = path, ...others] = await files.list([path]);
  if (others.length > 0) {
    throw new UserError(
      'settings.contract',
      `Expected 'data.contract' to be one file but ${path} names ${others.length + 1}`,
      {
        hint: 'Name the contract itself',
      },
    )
  }
  const written = await files.readText(name, { maxBytes: MAX_CONTRACT_BYTES });
  // What is no YAML is told of by the contract's own reader.
  const { text, schemas } = await withSchemas(name, written, files);
  const contract = readContract(name, text);
  return { contract, written, text, material: await materialOf(name, files), schemas }
}

/** The contract with every JSON Schema that it names by a path from itself written out in its place, in the same line. */
async function withSchemas(name        , contract        , files       ) {
  let text = contract;
  const schemas = new Map                  ();
  for (const { path, start, end } of namedSchemas(contract)) {
    const file = resolveInclude(name, path);
    if (file === undefined)
      throw new UserError('contract.json-schema', `Expected a file of the repository but ${name} names ${path}`, {
        file: name,
        hint: 'Keep the JSON Schema beside the contract',
      })
    const schema = parsed(file, await files.readText(file, { maxBytes: MAX_SCHEMA_BYTES }));
    text = text.slice(0, start) + JSON.stringify(schema) + text.slice(end);
    schemas.set(file, await materialOf(file, files));
  }
  return { text, schemas: [...schemas.values()] }
}

function parsed(file        , text        )          {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UserError('contract.json-schema', `Expected ${file} to be a JSON Schema but it is no JSON`, {
      file,
      cause,
    })
  }
}

async function materialOf(name        , files       )                    {
  const { sha256, bytes } = await files.digest(name);
  return { name, role: 'contract', digest: { sha256 }, bytes }
}

export { openContract as o, resolveInclude as r };
