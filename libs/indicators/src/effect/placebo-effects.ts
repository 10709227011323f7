import { keepPeers } from './keep-peers';
import { cohortsOf, donorsOf, type Panel } from './panel';
import { sdidDesign } from './sdid-design';
import { sdidPlacebos } from './sdid-placebos';
import { thresholds } from './thresholds';

/** What the evaluation's own method finds on the peers, where nothing happened; empty when it could not be asked. */
export function placeboEffects(panel: Panel, seed: number): number[] {
  const peers = keepPeers(panel, thresholds.peersKept);
  const start = cohortsOf(peers)[0];
  if (start === undefined || start < thresholds.sdidPeriodsBefore) return [];
  if (donorsOf(peers).length < thresholds.donorsIndicative) return [];
  const { effects } = sdidPlacebos(sdidDesign(peers, thresholds.sdidPeriodsBefore), {
    seed,
    draws: thresholds.sdidDraws,
    mostDonors: thresholds.sdidPlaceboDonors,
  });
  return Array.from(effects);
}
