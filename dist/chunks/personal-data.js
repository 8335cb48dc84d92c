import { n as nameWords } from './name-words.js';

const NAMED = ['id', 'uuid', 'guid', 'identifier', 'key', 'pk'];
const NAMED_LAST = ['index', 'idx', 'row', 'nr', 'number', 'num', 'code', 'ref'];
/** Fewer rows may all differ by chance. */
const ENOUGH_ROWS = 100;

/** A whole number or a text in every row, no two alike: columns that can identify a row, the likeliest first. */
const identifiers = ({ columns }              )                  =>
  columns
    .filter(({ nulls, unique, kind }) => nulls === 0 && unique && (kind === 'integer' || kind === 'text'))
    .toSorted((a, b) => rank(a) - rank(b));

/** The column that identifies a row, as far as its name or its place says so too. */
function keyColumn(table              )                            {
  const [best] = identifiers(table);
  if (!best) return undefined
  const first = best === table.columns[0] && table.rows >= ENOUGH_ROWS;
  return Number.isFinite(rank(best)) || first ? best : undefined
}

function rank({ name }               )         {
  const words = nameWords(name);
  if (words.some(word => NAMED.includes(word))) return 0
  return NAMED_LAST.includes(words.at(-1) ?? '') ? 1 : Number.POSITIVE_INFINITY
}

/** What a cell's text is, by its form alone. */
                                                                                       

const INTEGER = /^-?(0|[1-9]\d*)$/;
const NUMBER = /^-?((0|[1-9]\d*)(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)?$/;

/**
 * The narrowest kind that holds the text. `007` is a text (a code, not a quantity), so are NaN and infinities; `true` and
 * `false` are booleans, days are ISO 8601 (2024-05-31), timestamps too (2024-05-31T08:15:00Z).
 */
function cellKind(text        )           {
  if (Number.isFinite(Number(text))) {
    if (INTEGER.test(text)) return 'integer'
    if (NUMBER.test(text)) return 'number'
  }
  if (text === 'true' || text === 'false') return 'boolean'
  if (isDay(text)) return 'date'
  return isTimestamp(text) ? 'timestamp' : 'text'
}

/** The kind of a column with cells of both kinds. */
function widerKind(one          , other          )           {
  if (one === other) return one
  const numeric = (kind          ) => kind === 'integer' || kind === 'number';
  return numeric(one) && numeric(other) ? 'number' : 'text'
}

function isDay(text        )          {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year === undefined) return false
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}

const isTimestamp = (text        )          => TIME.test(text.slice(10)) && isDay(text.slice(0, 10));

/** What the rows that were looked at say about one column. An empty cell is a null; nothing else is. */
                                
                       
                        
                                 
                         
                                                                
                                   
                                                                                     
                                               
                                                              
                          
                                
                         
                            
 

                                 
                         
                          
 

/** Characters that the values kept to see repetitions may take up, over all columns of a table. */
                         
              
 

/** Different values that are counted one by one. */
const MOST_VALUES = 50;
/** An identifier is no longer than this. */
const LONGEST_ID = 200;

function columnProfiler(name        , memory        )                 {
  let nulls = 0;
  let filled = 0;
  let kind;                      
  let values                                  = new Map();
  let seen                          = new Set();
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;

  return {
    add(cell) {
      if (cell === '') {
        nulls++;
        return
      }
      filled++;
      if (kind !== 'text') kind = kind === undefined ? cellKind(cell) : widerKind(kind, cellKind(cell));
      if (kind === 'integer' || kind === 'number') {
        const value = Number(cell);
        if (value < least) least = value;
        if (value > greatest) greatest = value;
      }
      count(cell);
      look(cell);
    },
    profile: () => ({
      name,
      nulls,
      filled,
      kind: kind ?? 'empty',
      ...(values && { values }),
      unique: filled > 0 && seen !== undefined,
      ...((kind === 'integer' || kind === 'number') && { least, greatest }),
    }),
  }

  function count(cell        )       {
    if (!values) return
    values.set(cell, (values.get(cell) ?? 0) + 1);
    if (values.size > MOST_VALUES) values = undefined;
  }

  /** Stops at the first repetition: then the column is no identifier, and nothing need be kept. */
  function look(cell        )       {
    if (!seen) return
    memory.left -= cell.length;
    if (cell.length > LONGEST_ID || memory.left < 0 || seen.has(cell)) seen = undefined;
    else seen.add(cell);
  }
}

/** All its cells are numbers from 0 to 1. */
const isShare = ({ least, greatest }               )          =>
  least !== undefined && greatest !== undefined && least >= 0 && greatest <= 1;

/** What the first rows of a table say about it. */
                               
                       
                        
                       
                                         
                            
                                            
 

/** Rows of one table that are looked at. */
const MOST_ROWS = 100_000;
/** Characters kept to see which columns are unique. */
const MEMORY = 64 * 1024 * 1024;

/** Rows of a table as they come, in batches. */
                       
                                    
                                                                                                          
 

/** Reads at most `MOST_ROWS` rows; `progress` hears how many, now and then. */
async function profileTable(
  path        ,
  { header, batches }      ,
  progress                        ,
)                        {
  const profiler = tableProfiler(path, header);
  let rows = 0;
  for await (const batch of batches) {
    const complete = rows + batch.length <= MOST_ROWS;
    profiler.add(complete ? batch : batch.slice(0, MOST_ROWS - rows));
    rows = Math.min(MOST_ROWS, rows + batch.length);
    progress(rows);
    if (!complete) return { ...profiler.profile(), complete }
  }
  return profiler.profile()
}

                                
                                                                   
                         
 

/** Looks at all rows it is given. */
function tableProfiler(path        , header                   )                {
  const memory = { left: MEMORY };
  const columns = header.map(name => columnProfiler(name, memory));
  let rows = 0;
  return {
    add(batch) {
      for (const { cells } of batch) for (const [i, column] of columns.entries()) column.add(cells[i] ?? '');
      rows += batch.length;
    },
    profile: () => ({ path, rows, complete: true, columns: columns.map(column => column.profile()) }),
  }
}

/** Same names in the same order. */
const sameHeader = (one              , other              )          =>
  one.columns.length === other.columns.length && one.columns.every(({ name }, i) => name === other.columns[i]?.name);

/** Words that are enough by themselves (English, German, French, Spanish, Italian, Portuguese, Dutch). */
const WORDS = new Set(
  `name names surname forename nom prenom nombre apellido apellidos nome cognome sobrenome naam voornaam achternaam
  dob born geboren naissance nacimiento nascita nascimento geboorte age alter edad eta idade leeftijd
  sex gender geschlecht sexe genre sexo genero sesso genere geslacht
  mail email phone mobile tel fax telefon telephone telefono telefone telefoon handy mobil movil cellulare
  address adresse direccion indirizzo endereco adres street strasse rue calle via rua straat
  zip zipcode postcode plz postal postleitzahl cap cep city town stadt ville ciudad citta cidade
  iban bic ssn nin nie nif dni cpf bsn passport ausweis steuernummer ip imei mac lat lon latitude longitude
  salary income wage wages lohn gehalt einkommen salaire revenu salario sueldo ingresos stipendio reddito renda loon inkomen
  religion ethnicity ethnic race nationality citizenship nationalitat nationalite nacionalidad nazionalita nacionalidade nationaliteit
  marital spouse diagnosis diagnose disability biometric health patient`.split(/\s+/),
);

/** Parts that give a run-together name away: `firstname`, `DATEOFBIRTH`, `kundenadresse`. */
const PARTS =
  /firstname|lastname|fullname|surname|username|vorname|nachname|birth|geburt|naissance|nacimiento|nascimento|gender|geschlecht|email|phone|telefon|address|adresse|strasse|postleitzahl|postcode|passport|iban$|salary|income|einkommen|gehalt|nationali|religion|ethnic|marital/;

/** Whether a column's name says that its cells are about a person. Rather one too many: it only hides values from reports. */
function isPersonal(column        )          {
  const words = nameWords(column);
  return words.some(word => WORDS.has(word)) || PARTS.test(words.join(''))
}

export { MOST_ROWS as M, isShare as a, isPersonal as b, identifiers as i, keyColumn as k, profileTable as p, sameHeader as s, tableProfiler as t };
