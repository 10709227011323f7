import { checkInPlace } from '../../apps/api/src/imports/check-in-place';
import { readReferential } from '../../apps/api/src/imports/read-referential';
import { referentialOfFiles } from '../../apps/api/src/imports/referential';
import { faultsOf, UglyFolder, uglyFiles } from '../support/corpus';
import { describeWithSharedData, sharedFile } from '../support/shared';

/** Files whose whole row of the manifest is not held yet, and what lacks. Nothing else may fail. */
const later: Readonly<Record<string, string>> = {
  '132_total_departement_incoherent.csv': 'a published total is not yet compared with the sum of its communes',
};

describeWithSharedData('ugly files', () => {
  const folder = new UglyFolder();
  afterAll(() => folder.remove());

  it.each(uglyFiles())('$file gives the expected verdict', async (expected) => {
    const referential = referentialOfFiles(await readReferential(sharedFile('corpus/ref')));
    const result = await checkInPlace(folder.locate(expected.file), referential, {
      today: new Date('2026-11-22T12:00:00Z'),
    });
    const faults = faultsOf(expected, {
      ...result,
      codes: result.groups.map(({ code }) => code),
      message: result.findings.map(({ message }) => message).join('\n'),
    });
    if (expected.file in later) expect(faults).not.toEqual([]);
    else expect(faults).toEqual([]);
  });
});
