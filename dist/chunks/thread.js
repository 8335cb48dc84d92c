import { Worker } from 'node:worker_threads';

/** A worker, which answers questions in the order in which they are asked. */
                                           
                                                
                   
                                          
                          
 

                           
                               
                            
 

/** Starts a worker with what it begins with, and room for so many megabytes of short-lived objects. */
function startThread                  (file     , start         , young        )                           {
  const worker = new Worker(file, { workerData: start, resourceLimits: { maxYoungGenerationSizeMb: young } });
  const waiting                    = [];
  let failed;                   
  worker.on('message', (answer        ) => waiting.shift()?.resolve(answer));
  worker.on('error', error => {
    failed = error instanceof Error ? error : new Error(String(error));
    for (const { reject } of waiting.splice(0)) reject(failed);
  });
  return {
    waiting: () => waiting.length,
    stop: () => worker.terminate(),
    ask: question =>
      new Promise((resolve, reject) => {
        if (failed) {
          reject(failed);
          return
        }
        waiting.push({ resolve, reject });
        worker.postMessage(question);
      }),
  }
}

export { startThread as s };
