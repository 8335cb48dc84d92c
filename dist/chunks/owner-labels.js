/** The labels that every metric has: whose it is, and of which model. */
                              
                       
                        
 

/** A repository that nobody names is `local`; a model without a name is called by its folder of the repository, or `unnamed`. */
const ownerLabels = (
  repository                    ,
  model                    ,
  folder                    ,
)              => ({ repo: repository || 'local', model: model || folder || 'unnamed' });

export { ownerLabels as o };
