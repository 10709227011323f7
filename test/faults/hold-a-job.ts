// A child process that takes a job and never ends it: the test kills it in the middle.
import 'reflect-metadata';
import { aJob, anInstance } from '../support/instance';

async function main(): Promise<void> {
  const [url = '', lease = ''] = process.argv.slice(2);
  const job = aJob({
    work: async ({ progress }) => {
      await progress({ done: 1, total: 2, unit: 'steps' });
      process.stdout.write('holding\n');
      await new Promise((resolve) => setTimeout(resolve, 600_000));
    },
  });
  const instance = await anInstance(url, [job]);
  instance.worker.start(Number(lease));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
