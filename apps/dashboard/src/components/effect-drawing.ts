import {
  type AreasFacts,
  budgetHeight,
  budgetOption,
  counterfactualHeight,
  counterfactualOption,
  doubleEffectHeight,
  doubleEffectOption,
  effectsForestHeight,
  effectsForestOption,
  type FigureFacts,
  gapByPeriodHeight,
  gapByPeriodOption,
  isPlaced,
  type TrendFacts,
} from '@sillage/indicators/figure';
import type { EChartsCoreOption } from 'echarts/core';
import type { Figure } from '../api/types';
import type { Language } from '../text/language';

export interface Drawing {
  readonly option: EChartsCoreOption;
  readonly height: number;
  readonly pointCount: number;
}

type EffectFigureFacts = Exclude<FigureFacts, AreasFacts | TrendFacts>;

/** How a figure about effects is drawn: effects by project, by year, on people and place, and what they cost. */
export function effectDrawing(figure: Figure, facts: EffectFigureFacts, language: Language, width: number): Drawing {
  switch (facts.kind) {
    case 'effect-path': {
      const isGap = figure.kind === 'gap-by-period';
      return {
        option: (isGap ? gapByPeriodOption : counterfactualOption)(facts, language, width),
        height: (isGap ? gapByPeriodHeight : counterfactualHeight)(width),
        pointCount: facts.path.length,
      };
    }
    case 'effects':
      return {
        option: effectsForestOption(facts, language, width),
        height: effectsForestHeight(facts, width),
        pointCount: facts.rows.length,
      };
    case 'double-effect':
      return {
        option: doubleEffectOption(facts, language, width),
        height: doubleEffectHeight(width),
        pointCount: facts.projects.filter(isPlaced).length,
      };
    case 'budget':
      return {
        option: budgetOption(facts, language, width),
        height: budgetHeight(width),
        pointCount: facts.years.length,
      };
  }
}
