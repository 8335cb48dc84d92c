import { r as runAction } from './chunks/run-action.js';

await runAction('data-validate');
