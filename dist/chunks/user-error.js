/** Who can mend it: `input` the author of settings or data (exit 3), `environment` the network, a permission, the disk (exit 4). */
                                               

/** Dotted kebab-case, room first: `settings.unknown-key`, `table.ragged-row`, `github.permission`. */
                                             

                               
                                       
                        
                                                       
                        
                                
                        
                           
                          
 

/** What the reader can mend. Everything else that is thrown is our bug. */
class UserError extends Error {
           code           
           kind           
           hint                    
           file                    
           line                    

  constructor(code           , message        , details               = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'UserError';
    this.code = code;
    this.kind = details.kind ?? 'input';
    this.hint = details.hint;
    this.file = details.file;
    this.line = details.line;
  }
}

export { UserError as U };
