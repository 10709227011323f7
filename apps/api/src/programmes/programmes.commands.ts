import type { INestApplicationContext } from '@nestjs/common';
import { programmesFr } from '@sillage/indicators';
import { ProgrammesService } from './programmes.service';

/** `sillage projects load FILE`; the result is the exit code. */
export async function projectsCommand(app: INestApplicationContext, args: readonly string[]): Promise<number> {
  const [action, file] = args;
  if (action !== 'load' || !file) {
    console.error(programmesFr.cli.usage);
    return 2;
  }
  const { added, changed, unchanged } = await app.get(ProgrammesService, { strict: false }).loadFile(file);
  console.log(programmesFr.cli.loaded(added, changed, unchanged));
  return 0;
}
