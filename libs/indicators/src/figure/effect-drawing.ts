import type { EChartsOption } from 'echarts';
import type { Locale } from '../wording/locale';
import { budgetHeight, budgetOption } from './budget-option';
import { counterfactualHeight, counterfactualOption } from './counterfactual-option';
import { isPlaced } from './double-effect';
import { doubleEffectHeight, doubleEffectOption } from './double-effect-option';
import type { BudgetFacts, DoubleEffectFacts, EffectPathFacts, EffectsFacts } from './effect-facts';
import { hasDrawnEffect } from './effects-forest';
import { effectsForestHeight, effectsForestOption } from './effects-forest-option';
import type { FigureKind } from './figure';
import { gapByPeriodHeight, gapByPeriodOption } from './gap-by-period-option';

export interface EffectDrawing {
  option(width: number): EChartsOption;
  height(width: number): number;
  /** Points that a reader may step through; none: there is nothing to draw. */
  readonly pointCount: number;
}

export type EffectFigureFacts = EffectPathFacts | EffectsFacts | DoubleEffectFacts | BudgetFacts;

/** How a figure about effects is drawn: effects by project, by year, on people and place, and what they cost. */
export function effectDrawing(kind: FigureKind, facts: EffectFigureFacts, locale: Locale): EffectDrawing {
  switch (facts.kind) {
    case 'effect-path': {
      const isGap = kind === 'gap-by-period';
      return {
        option: (width) => (isGap ? gapByPeriodOption : counterfactualOption)(facts, locale, width),
        height: isGap ? gapByPeriodHeight : counterfactualHeight,
        pointCount: facts.path.length,
      };
    }
    case 'effects':
      return {
        option: (width) => effectsForestOption(facts, locale, width),
        height: (width) => effectsForestHeight(facts, width),
        // a refusal keeps its row, but needs an effect to stand beside
        pointCount: hasDrawnEffect(facts) ? facts.rows.length : 0,
      };
    case 'double-effect':
      return {
        option: (width) => doubleEffectOption(facts, locale, width),
        height: doubleEffectHeight,
        pointCount: facts.projects.filter(isPlaced).length,
      };
    case 'budget':
      return {
        option: (width) => budgetOption(facts, locale, width),
        height: budgetHeight,
        pointCount: facts.years.length,
      };
  }
}
