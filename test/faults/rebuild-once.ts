// A child process that rebuilds once: the test kills it in the middle.
import 'reflect-metadata';
import { AggregatesWorld } from '../system/aggregates-world';

async function main(): Promise<void> {
  const aggregates = await AggregatesWorld.on(process.argv[2] ?? '');
  await aggregates.rebuild();
  await aggregates.close();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
