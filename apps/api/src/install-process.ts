import { runCommand } from './cli';

void runCommand(['install']).then((code) => process.exit(code));
