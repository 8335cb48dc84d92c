/** How an address is written, for messages. */
const LAKEFS_FORM = 'lakefs://REPOSITORY/REF/PATH';

/** A place in lakeFS. */
                                
                             
                                                                 
                      
                                                            
                       
 

/** An address in its parts; undefined where it is none of lakeFS's. */
function lakefsAddress(text        )                            {
  const [, repository, ref, path = ''] =
    /^lakefs:\/\/([a-z0-9][a-z0-9-]{2,62})\/([^\s/]+)(?:\/(.*))?$/s.exec(text) ?? [];
  return repository === undefined || ref === undefined ? undefined : { repository, ref, path }
}

const lakefsText = ({ repository, ref, path }               )         => `lakefs://${repository}/${ref}/${path}`;

export { LAKEFS_FORM as L, lakefsText as a, lakefsAddress as l };
