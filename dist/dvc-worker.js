import { parentPort } from 'node:worker_threads';
import { h as hashPaths } from './chunks/hash-paths.js';

parentPort?.on('message', (files                   ) => parentPort?.postMessage(hashPaths(files)));
