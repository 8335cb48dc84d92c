import { f as finiteNumber, M as MOST_LOCATIONS } from './faults.js';

const DATE = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?$/;

/** A time as a number: as it stands, or a date of ISO 8601 in milliseconds, in UTC unless it says otherwise; or what is wrong with the cell. */
function instant(cell        )                  {
  const text = cell.trim();
  if (!DATE.test(text)) return finiteNumber(cell) === 'not a number' ? 'no time' : finiteNumber(cell)
  const iso = text.replace(' ', 'T');
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(iso.slice(10));
  const milliseconds = Date.parse(iso.length > 10 && !hasZone ? `${iso}Z` : iso);
  return Number.isNaN(milliseconds) ? 'no time' : milliseconds
}

/** What cells may hold: numbers, or names that rows are told apart by. An answer or an attribute may be empty. */
                      
            
                 
            
            
          
             
           
         
            
               

/** How cells of numbers are read: the number, or what is wrong with the cell. */
const NUMBER_KINDS                                                               = {
  number: finiteNumber,
  probability: cell => within(finiteNumber(cell), number => number >= 0 && number <= 1, 'outside 0 to 1'),
  weight: cell => within(finiteNumber(cell), number => number > 0, 'not above 0'),
  amount: cell => within(finiteNumber(cell), number => number >= 0, 'below 0'),
  flag: cell => FLAGS[cell.trim().toLowerCase()] ?? (cell.trim() === '' ? 'empty' : 'neither'),
  instant,
};

const FLAGS                         = { '1': 1, '0': 0, '1.0': 1, '0.0': 0, true: 1, false: 0 };

/** Whether an empty cell is a name as any other. */
const mayBeEmpty = (kind          )          => kind === 'attribute' || kind === 'answer';

const within = (number                 , holds                             , otherwise        ) =>
  typeof number === 'string' || holds(number) ? number : otherwise;

/** Code of a cell without a name. */
const NO_NAME = 0xffff_ffff;

/** What is wrong with cells of one column: how many by what is wrong, and the first of all of them, by place. */
                            
                                      
                    
 

                            
                        
                        
 

const noRowFaults = ()            => ({ counts: new Map(), first: [] });

/** Counts one; rows of the same run come in ascending order of places. */
function addFault({ counts, first }           , wrong        , place        )       {
  counts.set(wrong, (counts.get(wrong) ?? 0) + 1);
  if (first.length < MOST_LOCATIONS) first.push({ place, wrong });
}

/** Takes in those of other rows. */
function mergeFaults(faults           , other           )       {
  for (const [wrong, count] of other.counts) faults.counts.set(wrong, (faults.counts.get(wrong) ?? 0) + count);
  faults.first = [...faults.first, ...other.first].sort((a, b) => a.place - b.place).slice(0, MOST_LOCATIONS);
}

/** Every row of a file of predictions, by column, in the parts in which they were read. */
                           
                            
                              
                                
 

/** Consecutive rows. */
                           
                   
                               
                                                                                       
                      
                                                               
                                                
 

/** What is known of a column over all parts. */
                             
                            
                                                         
                          
                                     
 

/** Keeps the columns of a job, and the ids by their hashes. */
function keptRows({ id, columns }         , header                   )                    {
  const idIndex = header.indexOf(id);
  const takers = columns.map(({ name, cells }) => {
    const take = cells in NUMBER_KINDS ? numberTaker(cells) : nameTaker(mayBeEmpty(cells));
    return { index: header.indexOf(name), take }
  });
  return {
    key: `kept-rows ${JSON.stringify({ id, columns })}`,
    init: () => ({
      parts: [],
      idFaults: noRowFaults(),
      columns: columns.map(() => ({ faults: noRowFaults(), names: [], codes: new Map() })),
    }),
    add(state, batch) {
      const { a, b, c } = batch.cells(idIndex).hashes;
      const places = batch.places.slice(0, batch.rows);
      blankIds(state.idFaults, batch.cells(idIndex), places);
      state.parts.push({
        places,
        ids: { a: a.slice(0, batch.rows), b: b.slice(0, batch.rows), c: c.slice(0, batch.rows) },
        cells: takers.map(({ index, take }, i) => take(batch, batch.cells(index), columnOf(state, i))),
      });
    },
    merge(state, other) {
      mergeFaults(state.idFaults, other.idFaults);
      const codes = other.columns.map((column, i) => mergeColumn(columnOf(state, i), column));
      for (const part of other.parts) {
        part.cells.forEach((cells, i) => {
          if (cells instanceof Uint32Array) recode(cells, codes[i] ?? []);
        });
        state.parts.push(part);
      }
    },
  }
}

function columnOf({ columns }          , i        )             {
  const column = columns[i];
  if (!column) throw new Error('Not a column of this run')
  return column
}

                                                                                           

/** Numbers of a kind: a cell at fault is counted, and 0 stands for it. */
function numberTaker(kind          )        {
  const read = NUMBER_KINDS[kind];
  if (!read) throw new Error(`${kind} is no kind of number`)
  const reader         = {
    form: { is: 'decimal' },
    read(text) {
      const number = read(text);
      return typeof number === 'number' ? number : Number.NaN
    },
  };
  return ({ rows, places }, cells, { faults }) => {
    const numbers = cells.values(reader).slice(0, rows);
    for (let row = 0; row < rows; row++) {
      const number = numbers[row] ?? Number.NaN;
      // The kernel reads decimals by itself, whatever bounds the kind has.
      if (withinUnit(number)) continue
      const judged = read(cells.text(row));
      if (typeof judged === 'number') numbers[row] = judged;
      else {
        addFault(faults, judged, places[row] ?? 0);
        numbers[row] = 0;
      }
    }
    return numbers
  }

  /** Whether a number is one of the kind without a second look at its text. */
  function withinUnit(number        )          {
    if (kind === 'flag') return number === 1
    return kind === 'number' || kind === 'instant' ? Number.isFinite(number) : number > 0 && number <= 1
  }
}

/** Names by their codes; a cell without one is counted, or has the empty name. */
function nameTaker(emptyToo         )        {
  let known;                                                                                                          
  return ({ rows, places }, cells, column) => {
    const taken = new Uint32Array(rows);
    const { codes } = cells;
    if (codes && (known?.texts !== codes.texts || known.column !== column))
      known = { texts: codes.texts, column, codes: [] };
    for (let row = 0; row < rows; row++) {
      const code = codes ? codeOfCode(codes.of[row] ?? 0) : codeOf(cells.text(row), column, emptyToo);
      taken[row] = code;
      if (code === NO_NAME) addFault(column.faults, 'empty', places[row] ?? 0);
    }
    return taken

    function codeOfCode(code        )         {
      const own = known?.codes[code];
      if (own !== undefined) return own
      const found = codeOf(codes?.texts[code] ?? '', column, emptyToo);
      if (known) known.codes[code] = found;
      return found
    }
  }
}

function codeOf(text        , { names, codes }            , emptyToo         )         {
  const name = text.trim() === '' ? '' : text;
  if (name === '' && !emptyToo) return NO_NAME
  const known = codes.get(name);
  if (known !== undefined) return known
  codes.set(name, names.length);
  return names.push(name) - 1
}

/** Takes in the names of another run, and gives for each of its codes the own one. */
function mergeColumn(column            , other            )           {
  mergeFaults(column.faults, other.faults);
  return other.names.map(name => codeOf(name, column, true))
}

function recode(cells             , codes                   )       {
  for (let row = 0; row < cells.length; row++) {
    const code = cells[row] ?? NO_NAME;
    if (code !== NO_NAME) cells[row] = codes[code] ?? NO_NAME;
  }
}

/** Counts ids without a visible character. */
function blankIds(faults           , cells       , places              )       {
  const { empty, utf8 } = cells;
  for (let row = 0; row < places.length; row++) {
    if (empty[row] !== 1) {
      if (utf8?.end(row) !== undefined && (utf8.bytes[utf8.start(row)] ?? 0) > 0x20) continue
      if (cells.text(row).trim() !== '') continue
    }
    addFault(faults, 'empty', places[row] ?? 0);
  }
}

export { NO_NAME as N, keptRows as k, noRowFaults as n };
