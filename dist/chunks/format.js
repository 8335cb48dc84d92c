/** One thing a loader of this file would do that nothing allows. */
                          
                                                         
                         
                                                             
                       
                                                        
                         
 

/** What was found in one file. */
                             
                         
                                               
                         
                        
                                       
                                                            
                        
                                                          
                          
                                                                                            
                                        
                                                                                                                         
                            
                                 
                        
 

/** A file, or a part of one, and what was found in it. */
                                
                                                      
                         
                        
                                 
 

/** What decompressing gave: everything, or what came before `fault`. */
                               
                            
                         
                                           
                        
 

/** Kinds of compressed stream; one line each. */
                   
                      
                      
                                        
           
        
                                  
                                    
           // RFC 8878

/** Takes a text that stands in a file, and where: `text at byte 17`, `config.json`. */
                                                        

/** What an inspection may ask of the outside. */
                                    
                                                                                                     
                        
                                                                                                 
                                                                    
                                                                                                                  
                                                        
                                                                                        
                                                 
                                                                                                
                                                   
                                                                                                                                           
                                                              
                                                                                                         
                      
                                              
                          
 

/** A kind of file, told by its content and never by its name. */
                         
                     
                                                 
                        
                                                                                                         
                          
                                                                   
                        
                                    
                                                                                       
 

const defineFormat = (format        )         => format;

const passed = (reason        , globals = 0)             => ({
  status: 'pass',
  reason,
  findings: [],
  found: 0,
  globals,
});

const inconclusive = (reason        , hint         )             => ({
  status: 'inconclusive',
  reason,
  ...(hint === undefined ? {} : { hint }),
  findings: [],
  found: 0,
  globals: 0,
});

export { defineFormat as d, inconclusive as i, passed as p };
