import { language } from '../text/language';
import { type TemplateList, templatesAddress } from './imports';
import { matches, readOnce } from './search';

export interface FoundMeasure {
  readonly code: string;
  readonly label: string;
}

/** What a file can give: the indicators, and the counts that they are computed from. */
export async function findMeasures(text: string): Promise<FoundMeasure[]> {
  try {
    const { templates } = await readOnce<TemplateList>(templatesAddress());
    return templates
      .map(({ indicator, label }) => ({ code: indicator, label }))
      .filter(({ code, label }) => matches(`${label} ${code}`, text))
      .sort((one, other) => one.label.localeCompare(other.label, language.value));
  } catch {
    return [];
  }
}
