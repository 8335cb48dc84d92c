import { d as distExports } from './index7.js';

/** The draft as an ODCS v3.1 contract. What was left out is in it as rules of type text, so that it is not forgotten: each is a warning until it is dealt with. */
function contractText({ name, tables, left }               , purpose        )         {
  const contract = {
    apiVersion: 'v3.1.0',
    kind: 'DataContract',
    id: name,
    name,
    version: '1.0.0',
    status: 'draft',
    description: { purpose },
    schema: tables.map((table, i) => schemaObject(table, i === 0 ? left : [])),
  };
  return distExports.stringify(contract, { lineWidth: 120 })
}

const schemaObject = (table            , left                       ) => ({
  name: table.name,
  ...(table.physicalName === undefined ? {} : { physicalName: table.physicalName }),
  logicalType: 'object',
  ...(table.description === undefined ? {} : { description: table.description }),
  ...(table.properties.size > 0 ? { properties: [...table.properties.values()].map(property) } : {}),
  ...(table.relationships.length > 0
    ? {
        relationships: table.relationships.map(({ from, to }) => ({
          type: 'foreignKey',
          from: single(from),
          to: single(to),
        })),
      }
    : {}),
  ...(table.quality.length + left.length > 0
    ? {
        quality: [
          ...table.quality,
          ...left.map(({ rule, reason }) => ({ type: 'text', description: `Not imported: ${rule}: ${reason}` })),
        ],
      }
    : {}),
});

function property({ logicalTypeOptions, quality, ...rest }               ) {
  return {
    ...rest,
    ...(Object.keys(logicalTypeOptions).length > 0 ? { logicalTypeOptions } : {}),
    ...(quality.length > 0 ? { quality } : {}),
  }
}

const single = (names                   ) => (names.length === 1 ? names[0] : names);

/** A contract under construction: tables and their columns in the order in which they were met. */
                                
                                                               
                       
                               
                                                                                                           
                                              
                                                                                
                          
 

/** What of a dialect is not as RFC 4180 has it. */
                                                            

                             
                       
                       
                      
                                                 
                                  
                                             
 

/** A column, as ODCS has it; a key that is absent is left out. */
                                
                       
                                                                                                                
                      
                 
               
                   
                             
                         
                                                              
                                  
 

/** A rule under `quality`. */
                          
                                                                                                    
                             
      
     
                             
                                  
                                                                
                                
     

                                    
                                  
                             
                                
 

/** A rule that could not be taken over. */
                          
                                                       
                       
                         
                                       
                                       
 

/** A contract of no tables yet. */
const draftContract = (name        )                => ({ name, tables: [], dialects: new Map(), left: [] });

/** The draft's table of that name, begun where there is none. */
function tableOf(draft               , name        )             {
  const known = draft.tables.find(table => table.name === name);
  if (known) return known
  const table             = { name, properties: new Map(), quality: [], relationships: [] };
  draft.tables.push(table);
  return table
}

/** The table's column of that name, begun where there is none. */
function propertyOf(table            , name        )                {
  const known = table.properties.get(name);
  if (known) return known
  const property                = { name, logicalTypeOptions: {}, quality: [] };
  table.properties.set(name, property);
  return property
}

export { contractText as c, draftContract as d, propertyOf as p, tableOf as t };
