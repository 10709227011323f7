import type { INestApplicationContext } from '@nestjs/common';
import { catalogueFr } from '@sillage/indicators';
import { CatalogueService } from './catalogue.service';

/** `sillage catalogue load FILE`; the result is the exit code. */
export async function catalogueCommand(app: INestApplicationContext, args: readonly string[]): Promise<number> {
  const [action, file] = args;
  if (action !== 'load' || !file) {
    console.error(catalogueFr.cli.usage);
    return 2;
  }
  const { added, changed, unchanged } = await app.get(CatalogueService).loadFile(file);
  console.log(catalogueFr.cli.loaded(added, changed, unchanged));
  return 0;
}
