import { readFileSync } from 'node:fs';
import {
  type EffectEstimate,
  type Panel,
  readPanel,
  readPanelText,
  syntheticDifferenceInDifferences,
} from '@sillage/indicators';
import { describeWithSharedData, sharedFile } from '../support/shared';

const folder = 'effects/01-prop99';

function smoking(): Panel {
  const reading = readPanelText(readFileSync(sharedFile(`${folder}/california_prop99.csv`), 'utf8'), {
    unit: 'State',
    time: 'Year',
    outcome: 'PacksPerCapita',
    treated: 'treated',
    covariates: [],
    cluster: null,
    weight: null,
  });
  if (reading.kind !== 'rows') throw new Error(reading.kind);
  const panel = readPanel(reading.rows);
  if (panel.status !== 'read') throw new Error(panel.code);
  return panel.panel;
}

function estimateOf(panel: Panel): EffectEstimate {
  const result = syntheticDifferenceInDifferences(panel);
  if (result.status !== 'ok') throw new Error(result.code);
  return result;
}

describeWithSharedData('synthetic difference-in-differences of cigarettes in California', () => {
  const expected = JSON.parse(readFileSync(sharedFile(`${folder}/expected.json`), 'utf8')) as {
    reference_run: {
      lambda_: Record<string, number>;
      effect_curve_1989_2000: number[];
      omega_top: Record<string, number>;
    };
    exact_optimum: { SDID: number; exhaustive_placebo_sd_population: { SDID: number } };
  };
  const panel = smoking();
  const result = estimateOf(panel);

  it('finds the exact optimum', () => {
    expect(result.estimate).toBeCloseTo(expected.exact_optimum.SDID, 7);
    expect(result.solverGap).toBeLessThan(1e-10);
  });

  it('follows the published curve, period weights and donor weights', () => {
    const curve = result.path.filter(({ isAfter }) => isAfter).map((at) => at.observed - at.counterfactual);
    expected.reference_run.effect_curve_1989_2000.forEach((value, index) => {
      expect(Math.abs(curve[index]! - value)).toBeLessThan(0.05);
    });
    for (const [period, weight] of Object.entries(expected.reference_run.lambda_)) {
      expect(result.periodWeights.find((at) => String(at.period) === period)?.weight).toBeCloseTo(weight, 5);
    }
    for (const [name, weight] of Object.entries(expected.reference_run.omega_top)) {
      const found = result.donors.find(({ unit }) => unit.replace(' ', '') === name);
      expect(Math.abs(found!.weight - weight)).toBeLessThan(0.001);
    }
  });

  it('gives the standard deviation of every placebo, and the rank of California', () => {
    expect(result.standardError).toBeCloseTo(expected.exact_optimum.exhaustive_placebo_sd_population.SDID, 4);
    expect(result.p).toBeCloseTo(2 / 39, 12);
    expect(result.pFloor).toBeCloseTo(1 / 39, 12);
  });

  it('moves little when a donor stands twice: its penalty is shared and the noise level changes', () => {
    const periods = panel.periods.length;
    const heaviest = panel.units.indexOf(result.donors[0]!.unit);
    const twice = estimateOf({
      ...panel,
      units: [...panel.units, 'twin'],
      treatedFrom: [...panel.treatedFrom, null],
      outcomes: Float64Array.from([
        ...panel.outcomes,
        ...panel.outcomes.subarray(heaviest * periods, (heaviest + 1) * periods),
      ]),
    });
    expect(Math.abs(twice.estimate - result.estimate)).toBeLessThan(1);
  });
});
