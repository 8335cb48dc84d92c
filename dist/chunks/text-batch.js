import { h as hashTexts } from './hash-texts.js';

/** Rows of text as a batch; a row's place is its line, unless other places are given. */
function textBatch(rows                , places = Float64Array.from(rows, row => row.line))        {
  const known = new Map               ();
  return {
    rows: rows.length,
    places,
    cells(index) {
      const cells = known.get(index) ?? textCells(rows, index);
      known.set(index, cells);
      return cells
    },
  }
}

function textCells(rows                , index        )        {
  const text = (row        ) => rows[row]?.cells[index] ?? '';
  const read = new Map                      ();
  let hashes;                    
  return {
    empty: Uint8Array.from(rows, (_, row) => (text(row) === '' ? 1 : 0)),
    text,
    values(reader) {
      const values = read.get(reader) ?? Float64Array.from(rows, (_, row) => readCell(text(row), reader));
      read.set(reader, values);
      return values
    },
    codes: undefined,
    get hashes() {
      hashes ??= hashTexts(rows.length, text);
      return hashes
    },
  }
}

const readCell = (text        , reader        )         => (text === '' ? Number.NaN : reader.read(text));

export { textBatch as t };
