import { f as figure } from './figure.js';
import { p as printable } from './printable.js';
import { r as requireKnownThresholds, b as boundsOf } from './thresholds.js';

/** Whether a value meets a bound; undefined where it was rounded so that one cannot tell. */
function holds(value                 , bound       , rounding = 0)                      {
  if (rounding === 0 || typeof value === 'string') return meets(value, bound)
  const [low, high] = [meets(value - rounding, bound), meets(value + rounding, bound)];
  return low === high ? low : undefined
}

function meets(value                 , { comparator, value: bar, within = 0 }       )          {
  if (comparator === 'in' || comparator === 'not in') {
    const listed = Array.isArray(bar) && bar.some(each => each === value);
    return listed === (comparator === 'in')
  }
  if (comparator === '=' || comparator === '!=') {
    const equal = typeof value === 'number' && typeof bar === 'number' ? Math.abs(value - bar) <= within : value === bar;
    return equal === (comparator === '=')
  }
  if (typeof value !== 'number' || typeof bar !== 'number') return false
  if (comparator === '<') return value < bar
  if (comparator === '<=') return value <= bar
  return comparator === '>' ? value > bar : value >= bar
}

/** Where an item is from. */
                         
                       
                                      
                       
 

/** The check of one item: the tool's number held against what was required, by us. Its own word decides only where there is nothing to hold. */
function judgeItem(item            , bounds                  , isOverridden         , origin        )        {
  const { value, said, rounding } = item;
  const tool = printable(origin.version === undefined ? origin.tool : `${origin.tool} ${origin.version}`);
  const column = item.column === undefined ? undefined : printable(item.column);
  const { status, reason, bound } = decide(item, bounds, isOverridden, tool);
  return {
    id: `${origin.tool.toLowerCase().replaceAll(' ', '-')}.${printable(item.id)}`,
    title: `${printable(item.title)} (told by ${tool})`,
    status,
    measured: {
      value: value === undefined || (typeof value === 'number' && !Number.isFinite(value)) ? null : value,
      ...(item.unit === undefined ? {} : { unit: item.unit }),
      ...(item.n === undefined ? {} : { n: item.n }),
      method: `${tool}${item.method === undefined ? '' : `: ${printable(item.method)}`}${rounding ? ', rounded' : ''}`,
    },
    ...(bound && {
      required: {
        comparator: bound.comparator,
        value: typeof bound.value === 'object' ? [...bound.value] : bound.value,
      },
    }),
    reason: `${reason}${item.note === undefined ? '' : `; ${printable(item.note)}`}`,
    ...(status === 'inconclusive'
      ? { hint: `Let ${origin.tool} run again so that it writes a number that decides` }
      : {}),
    locations: [{ file: origin.file, ...(column === undefined ? {} : { column }) }],
    importedFrom: {
      tool: origin.tool,
      ...(origin.version === undefined ? {} : { version: origin.version.slice(0, 100) }),
      ...(said === undefined ? {} : { said }),
    },
  }
}

                    
                         
                         
                              
                                    
 

function decide(item            , bounds                  , isOverridden         , tool        )           {
  const { value, said, rounding } = item;
  const [first] = bounds;
  if (said === 'error' || said === 'skipped') {
    const what = said === 'error' ? 'it could not compute one' : 'it skipped the check';
    return { status: 'inconclusive', reason: `Expected an answer of ${tool} but ${what}`, bound: first }
  }
  if (value === undefined || Number.isNaN(value) || first === undefined) {
    if (first !== undefined || Number.isNaN(value) || said === undefined) {
      const what = first === undefined && !Number.isNaN(value) ? 'a bound for its number' : 'a number';
      return { status: 'inconclusive', reason: `Expected ${what} from ${tool} but found none`, bound: first }
    }
    const verb = { pass: 'it holds', warn: 'it warns', fail: 'it does not hold' }[said];
    return {
      status: said,
      reason: `${tool} says that ${verb}; its word is taken, for the file has no bound and number to hold it against`,
    }
  }
  const answers = bounds.map(bound => ({ bound, held: holds(value, bound, rounding) }));
  const broken =
    answers.find(({ held, bound }) => held === false && bound.breach === 'fail') ??
    answers.find(({ held }) => held === undefined) ??
    answers.find(({ held }) => held === false);
  const bound = broken?.bound ?? first;
  const expected = `Expected ${phrase(bound)} ${broken ? 'but' : 'and'} found ${shown(value)}`;
  if (broken && broken.held === undefined)
    return { status: 'inconclusive', reason: `${expected}, which ${tool} has rounded so that one cannot tell`, bound }
  const ours         = broken ? bound.breach : 'pass';
  if (said === undefined) return { status: ours, reason: expected, bound }
  if (said === ours) return { status: ours, reason: `${expected}; ${tool} says so too`, bound }
  if (isOverridden)
    return {
      status: ours,
      reason: `${expected}, a bound of the settings; by its own bound ${tool} says ${said}`,
      bound,
    }
  const worse = ours === 'fail' ? 'fail' : 'inconclusive';
  return { status: worse, reason: `${expected}; but ${tool} says ${said}: the file contradicts itself`, bound }
}

const phrase = ({ comparator, value, within = 0 }       )         =>
  `${comparator === '=' ? '' : `${comparator} `}${shown(value)}${within > 0 ? ` ± ${figure(within)}` : ''}`;

function shown(value                )         {
  if (typeof value === 'number') return figure(value)
  if (typeof value === 'string') return printable(value)
  return printable(value.join(', '))
}

/** A file of another tool's results. */
                             
                       
                               
                               
 

/** Room that evidence leaves for an id. */
const MAX_ID = 1000;

/** The checks of all files, each id once. A file that asks nothing, or not all, is inconclusive. */
function judgeResults(files                       , thresholds                  , setting        )          {
  requireKnownThresholds(
    setting,
    thresholds,
    files.flatMap(({ results }) => results.items),
  );
  const taken = new Set        ();
  const unique = (id        )         => {
    let free = id.slice(0, MAX_ID);
    for (let i = 2; taken.has(free); i++) free = `${id.slice(0, MAX_ID)}-${i}`;
    taken.add(free);
    return free
  };
  return files.flatMap(({ file, format, results }) => {
    const { items, version, incomplete } = results;
    const origin = { tool: format.tool, version, file };
    const asked = items
      .map(item => ({ item, ...boundsOf(item, thresholds) }))
      .filter(({ bounds }) => !format.isOnlyMeasured || bounds.length > 0);
    const checks = asked.map(({ item, bounds, key }) => judgeItem(item, bounds, key !== undefined, origin));
    const found = asked.length === 0 ? 'it asks nothing' : incomplete;
    const whole          =
      found === undefined
        ? []
        : [
            {
              id: `${format.tool.toLowerCase().replaceAll(' ', '-')}.results`,
              title: `${file} has an answer to every question of ${format.tool}`,
              status: 'inconclusive',
              reason: `Expected ${file} to hold the answers of ${format.tool} but ${found}`,
              hint: format.hint ?? `Let ${format.tool} run its checks and write all of them`,
              locations: [{ file }],
            },
          ];
    return [...whole, ...checks].map(check => ({ ...check, id: unique(check.id) }))
  })
}

/** A report on some thousands of columns has a few megabytes. */
const MAX_BYTES = 32 * 1024 * 1024;

/** dbt's manifest holds the SQL of the whole project. */
const MAX_BESIDE_BYTES = 128 * 1024 * 1024;

/** Takes over what other tools have found: each file a material, each of its questions a check whose threshold is held again by us. */
async function takeResults(
  paths                   ,
  thresholds                  ,
  gate                      ,
  files       ,
)                                                      {
  const { openResults } = await import('./read-results.js');
  const { lenientJson } = await import('./lenient-json.js');
  const materials             = [];
  const read               = [];
  for (const file of await files.list(paths)) {
    const { format, read: readWith } = openResults(file, await files.readText(file, { maxBytes: MAX_BYTES }), gate);
    materials.push(await materialOf(file, files));
    const others = new Map                 ();
    for (const name of format.beside ?? []) {
      const path = file.slice(0, file.lastIndexOf('/') + 1) + name;
      if (!(await files.exists(path))) continue
      others.set(name, lenientJson(path, await files.readText(path, { maxBytes: MAX_BESIDE_BYTES })));
      materials.push(await materialOf(path, files));
    }
    read.push({ file, format, results: readWith(name => others.get(name)) });
  }
  const setting = gate === 'drift-compare' ? 'drift.result-thresholds' : 'data.result-thresholds';
  return { materials, checks: judgeResults(read, thresholds, setting) }
}

async function materialOf(name        , files       )                    {
  const { sha256, bytes } = await files.digest(name);
  return { name, role: 'result', digest: { sha256 }, bytes }
}

export { takeResults as t };
