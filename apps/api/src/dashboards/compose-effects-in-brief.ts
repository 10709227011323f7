import { type EffectVerdict, effectBrief, isTold, type Locale } from '@sillage/indicators';
import type { z } from 'zod';
import { ownItems, toldOf, verdictOf, weightOf } from './compose-effects';
import type { homePageSchema } from './pages.dto';
import type { EvaluatedOutcome, ProjectItem } from './project-facts';

type Sentences = z.infer<typeof homePageSchema>['inBrief'];

/** Sentences of the home page that are left to effects; the others tell how the situation moves. */
const mostEffects = 3;

interface Evaluated {
  readonly item: ProjectItem;
  readonly main: EvaluatedOutcome;
}

/** The effects that have the most to say; one at least that is open or unfavourable, where there is one. */
export function effectsInBrief(items: readonly ProjectItem[], locale: Locale): Sentences {
  const evaluated = ownItems(items)
    .flatMap((item): Evaluated[] => (item.outcomes[0] ? [{ item, main: item.outcomes[0] }] : []))
    .sort((a, b) => weightOf(b.main) - weightOf(a.main) || a.item.project.code.localeCompare(b.item.project.code));
  const chosen = evaluated.slice(0, mostEffects);
  const other = evaluated.find(isOpenOrUnfavourable);
  if (other && !chosen.some(isOpenOrUnfavourable)) chosen.splice(mostEffects - 1, 1, other);
  return chosen.map(({ item, main }) => ({
    verdict: changeKind(verdictOf(item, locale), main),
    text: effectBrief(toldOf(item, main, locale), locale),
    link: `/projets/${encodeURIComponent(item.project.code)}`,
  }));
}

const isOpenOrUnfavourable = ({ main }: Evaluated): boolean =>
  main.record.evaluation.conclusion === 'inconclusive' || main.record.evaluation.conclusion === 'unfavourable';

/** The home page has one set of marks for what moves and for what had an effect. */
function changeKind({ kind, text }: EffectVerdict, { record }: EvaluatedOutcome): Sentences[number]['verdict'] {
  const { result, conclusion } = record.evaluation;
  if (kind === 'favourable' || kind === 'unfavourable') return { kind, text };
  if (result.status === 'ok' && isTold(conclusion)) return { kind: result.estimate < 0 ? 'lower' : 'higher', text };
  return { kind: kind === 'negligible' ? 'stable' : 'unknown', text };
}
