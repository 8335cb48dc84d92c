import { d as distExports } from './index7.js';
import { U as UserError } from './user-error.js';

const DEEPER = new Set(['flow-map-start', 'flow-seq-start']);
const SHALLOWER = new Set(['flow-map-end', 'flow-seq-end', 'flow-error-end']);
const NESTS = new Set(['seq-item-ind', 'explicit-key-ind', 'map-value-ind']);
/** What may stand before or between indicators without being content. */
const EMPTY = new Set(['doc-mode', 'byte-order-mark', 'doc-start', 'anchor', 'tag']);

/** How much work a YAML text would make a parser. */
                           
                                                                                                                           
                          
                                            
                          
                                                                 
                             
 

/** Lexes only: a parser's recursion and its time, quadratic for keys of one map and cubic for nested ones, must not be put to the test. */
function yamlSize(text        )           {
  let open = 0;
  let column = 0;
  let leads = true;
  let deepest = 0;
  let content = false;
  let entries = 0;
  let markedKeys = 0;
  for (const source of new distExports.Lexer().lex(text)) {
    // After the lexer's mark of a scalar comes its text, of whatever characters.
    const type = content ? 'scalar' : (distExports.CST.tokenType(source) ?? 'scalar');
    content = !content && source === distExports.CST.SCALAR;
    if (type === 'newline') {
      column = 0;
      leads = true;
    } else if (NESTS.has(type)) {
      column += open > 0 && type === 'map-value-ind' ? 0 : 1;
      entries++;
      if (type === 'explicit-key-ind') markedKeys++;
    } else if (type === 'space') column += leads ? source.length : 0;
    else if (!EMPTY.has(type)) leads = false;
    if (DEEPER.has(type)) open++;
    if (SHALLOWER.has(type)) open = Math.max(0, open - 1);
    deepest = Math.max(deepest, open + column);
  }
  return { nesting: deepest, entries, markedKeys }
}

/** Aliases that one document may expand to; more is a bomb, not a setting. */
const MAX_ALIASES = 100;

/** Levels, and keys marked with `?`, that one document may have: a parser's time is cubic in nested marked keys. */
const MAX_NESTING = 100;
const MAX_MARKED_KEYS = 20;

                                  
                                                                                       
                          
 

/** Reads YAML 1.2 (or JSON) and remembers the line of every key. Refuses duplicate keys, several documents and alias bombs. */
function readYaml(name        , text        , { texts = false }                  = {})           {
  refuseTooMuch(name, text);
  const lines = new distExports.LineCounter();
  // The parser's own search for duplicate keys is quadratic.
  const document = distExports.parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    ...(texts ? { schema: 'failsafe' } : {}),
  });
  const [error] = document.errors;
  const fault = error
    ? { at: error.pos[0], message: error.message.split(/ at line \d+/)[0] ?? error.message }
    : duplicateKey(document);
  if (fault) {
    const { line } = lines.linePos(fault.at);
    throw new UserError('yaml.syntax', `${fault.message} (${name}:${line})`, {
      file: name,
      line,
      hint: error ? 'Check the indentation and the quotes around this line' : 'Keep one of the two',
    })
  }
  return { name, value: toValue(name, () => document.toJS({ maxAliasCount: MAX_ALIASES })), place }

  function place(path                        ) {
    const line = lineOf(path);
    return { text: `${name}:${line}`, file: name, line }
  }

  /** Line of the deepest part of the path that exists: for a missing key, that of the map it should be in. */
  function lineOf(path                        )         {
    let node          = document.contents;
    let line = startOf(node) ?? 1;
    for (const step of path) {
      if (!distExports.isCollection(node)) break
      const pair = distExports.isMap(node)
        ? node.items.find(item => distExports.isScalar(item.key) && String(item.key.value) === String(step))
        : undefined;
      const child          = pair ? pair.value : node.get(step, true);
      const here = pair && distExports.isPair(pair) ? startOf(pair.key) : startOf(child);
      if (here === undefined) break
      line = here;
      node = child;
    }
    return line
  }

  function startOf(node         )                     {
    const range = isNode(node) ? node.range : undefined;
    return range ? lines.linePos(range[0]).line : undefined
  }
}

function refuseTooMuch(name        , text        )       {
  const { nesting, markedKeys } = yamlSize(text);
  if (nesting <= MAX_NESTING && markedKeys <= MAX_MARKED_KEYS) return
  throw new UserError('yaml.too-deep', `Expected ${name} to nest at most ${MAX_NESTING} levels deep but found more`, {
    file: name,
    hint: 'Write it flatter, without keys marked by ?',
  })
}

/** The first key that stands twice in a map, in time proportional to the document. */
function duplicateKey(document        )                                              {
  let found;                                             
  distExports.visit(document, {
    Map(_, map) {
      const seen = new Set        ();
      for (const { key } of map.items) {
        if (!distExports.isScalar(key)) continue
        const text = String(key.value);
        if (seen.has(text)) {
          found = { at: key.range?.[0] ?? 0, message: `Expected '${text}' once in a map but found it twice` };
          return distExports.visit.BREAK
        }
        seen.add(text);
      }
      return undefined
    },
  });
  return found
}

const isNode = (value         )                => distExports.isScalar(value) || distExports.isCollection(value);

function toValue(name        , read               )          {
  try {
    return read()
  } catch (cause) {
    throw new UserError('yaml.aliases', `${name} expands to too many aliases`, {
      file: name,
      hint: 'Write the values out',
      cause,
    })
  }
}

export { readYaml as r, yamlSize as y };
