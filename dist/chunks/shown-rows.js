/** A row that an answer shows: the line it starts on (or its number, in a file without lines) and its cells. */
                           
                       
                                   
 

/** The rows that an answer shows, by place. */
                            
                             
                                   
                              
                                                    
                                        
 

/** Finds the rows again that stand at the places, ascending. */
                                                                                  

/** Where shown rows come from. */
                                                          
                         
 

const UNKNOWN           = { line: 1, cells: [] };

/**
 * An answer whose rows are looked up as it asks for them: it is composed until it asks for none that is not known yet.
 * So states keep places alone, and only rows that are shown are read a second time.
 */
const showRows =         (compose                             , source           )                  =>
  showRowsOf(compose, source);

/** The same of rows of several tables, which the answer is handed in the order of their sources. */
async function showRowsOf        (
  compose                                    ,
  ...sources                      
)                  {
  const known = sources.map(() => new Map                  ());
  for (;;) {
    const asked = sources.map(() => new Set        ());
    const answer = compose(
      ...sources.map(({ read, sha256 }, i) => ({
        read,
        sha256,
        at(place        ) {
          const row = known[i]?.get(place);
          if (row === undefined) asked[i]?.add(place);
          return row ?? UNKNOWN
        },
      })),
    );
    if (asked.every(({ size }) => size === 0)) return answer
    for (const [i, { find }] of sources.entries()) {
      const places = [...(asked[i] ?? [])].sort((a, b) => a - b);
      const rows = places.length === 0 ? [] : await find(places);
      for (const [j, place] of places.entries()) known[i]?.set(place, rows[j] ?? UNKNOWN);
    }
  }
}

export { showRowsOf as a, showRows as s };
