import { checkInPlace } from '../../apps/api/src/imports/check-in-place';
import { readReferential } from '../../apps/api/src/imports/read-referential';
import { referentialOfFiles } from '../../apps/api/src/imports/referential';
import { faultsOf, UglyFolder, uglyFiles } from '../support/corpus';
import { describeWithSharedData, sharedFile } from '../support/shared';

/** What the manifest says and the file contradicts: each fault that is left, and why. Nothing else may differ. */
const contradicted: Readonly<Record<string, readonly string[]>> = {
  // 13/02/2023 and 2023-02-13 are plain dates; 02/13, 12/31 and, beside them, 01/02 are not
  '092_date_us_melangee.csv': ['kept 2', 'rejected 3'],
  // 29/02/2024 and 2023 are plain periods
  '100_date_bissextile_1900.csv': ['kept 2', 'rejected 3'],
  // the semicolons of its labels cut three rows in six cells or more, and the other two name an unknown code and indicator
  '157_sqli.csv': ['kept 0', 'rejected 5'],
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
    expect(faults).toEqual(contradicted[expected.file] ?? []);
  });
});
