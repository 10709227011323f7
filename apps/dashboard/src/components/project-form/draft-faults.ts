import type { Fault } from '../../api/client';
import type { Texts } from '../../text/texts';
import type { Draft, TypedSource, TypedValue } from './draft';
import { factPointers } from './given-facts';
import { readNumber } from './numbers';

type Words = Texts['projectForm']['needed'];

/** What can be seen without asking the server, under the same pointers as the server's own faults. */
export function faultsOf(draft: Draft, words: Words): Fault[] {
  const form = new Form(words);
  const { need } = form;
  need(draft.title.trim() !== '', '/fr/title', words.title);
  need(/^[A-Z0-9][A-Z0-9_-]{0,39}$/.test(draft.code.trim()), '/code', words.code);
  need(draft.aims.length > 0, '/aims', words.aims);
  need(draft.territories.length > 0, '/territories', words.territories);
  draft.territories.forEach(({ name, startDate }, rank) => {
    need(startDate !== '', `/territories/${rank}/startDate`, words.startDate(name));
  });
  need(draft.mainOutcome !== '' || draft.otherOutcomes.length === 0, '/outcomes', words.outcomeFirst);
  form.value(draft.baseline, '/outcomes/0/baseline');
  form.value(draft.target, '/outcomes/0/target');
  draft.milestones.forEach((milestone, rank) => {
    form.value(milestone, `/outcomes/0/milestones/${rank}`);
    form.text(milestone.value, `/outcomes/0/milestones/${rank}/value`, words.number);
  });
  if (draft.otherEventsSaid === 'some') {
    need(draft.otherEvents.length > 0, '/otherEvents', words.events);
    draft.otherEvents.forEach(({ label, date }, rank) => {
      form.text(label, `/otherEvents/${rank}/label`, words.event);
      form.text(date, `/otherEvents/${rank}/date`, words.date);
    });
  }
  draft.partners.forEach(({ name }, rank) => {
    form.text(name, `/partners/${rank}/name`, words.partner);
  });
  draft.budget.forEach((line, rank) => {
    need(/^\d{4}$/.test(line.year.trim()), `/budget/${rank}/year`, words.year);
    form.number(line.voted, `/budget/${rank}/votedCents`, words.amount);
    form.number(line.committed, `/budget/${rank}/committedCents`, words.amount);
    form.number(line.spent, `/budget/${rank}/spentCents`, words.amount);
    form.source(line, `/budget/${rank}`);
  });
  activity(draft, form, words);
  costs(draft, form, words);
  return form.faults;
}

class Form {
  readonly faults: Fault[] = [];
  constructor(private readonly words: Words) {}

  readonly need = (isFine: boolean, pointer: string, detail: string): void => {
    if (!isFine) this.faults.push({ pointer, detail });
  };

  text(text: string, pointer: string, detail: string): void {
    this.need(text.trim() !== '', pointer, detail);
  }

  number(text: string, pointer: string, detail = this.words.number): void {
    this.need(text.trim() === '' || readNumber(text) !== null, pointer, detail);
  }

  value({ value, date, ...from }: TypedValue, pointer: string): void {
    this.number(value, `${pointer}/value`);
    this.need(value.trim() === '' || date !== '', `${pointer}/date`, this.words.date);
    this.source(from, pointer);
  }

  source({ url, source }: TypedSource, pointer: string): void {
    this.need(url.trim() === '' || URL.canParse(url.trim()), `${pointer}/source/url`, this.words.url);
    this.need(url.trim() === '' || source.trim() !== '', `${pointer}/source/label`, this.words.source);
  }

  namedSource(from: TypedSource, pointer: string): void {
    this.source(from, pointer);
    this.need(from.url.trim() !== '' || from.source.trim() !== '', `${pointer}/source/label`, this.words.who);
  }
}

const periodText = /^\d{4}(-([ST]\d|\d{2}))?$/;
const whenText = /^\d{4}(-([ST]\d|\d{2}|\d{2}-\d{2}))?$/;

function activity({ actions, participation, facts }: Draft, form: Form, words: Words): void {
  actions.forEach(({ label }, rank) => {
    form.text(label, `/actions/${rank}/fr`, words.action);
  });
  participation.forEach((line, rank) => {
    const at = `/participation/${rank}`;
    if (line.secret) return;
    form.need(periodText.test(line.period.trim()), `${at}/period`, words.period);
    form.number(line.people, `${at}/distinctPeople`);
    form.number(line.attendances, `${at}/attendances`);
    form.need(line.people.trim() + line.attendances.trim() !== '', `${at}/distinctPeople`, words.count);
    form.namedSource(line, at);
  });
  const pointers = factPointers(facts);
  facts.forEach((line, rank) => {
    const at = pointers[rank]!;
    if (line.secret) return;
    form.text(line.label, `${at}/label`, words.fact);
    const first = facts.find(({ label }) => label.trim() === line.label.trim())!;
    form.need(first.unit === line.unit, `${at}/unit`, words.sameUnit);
    form.need(readNumber(line.low) !== null, `${at}/low`, words.number);
    form.number(line.high, `${at}/high`);
    form.need(line.when.trim() === '' || whenText.test(line.when.trim()), `${at}/when`, words.when);
    form.namedSource(line, at);
  });
}

function costs({ unitCosts }: Draft, form: Form, words: Words): void {
  unitCosts.forEach((line, rank) => {
    const at = `/unitCosts/${rank}`;
    form.text(line.label, `${at}/label`, words.cost);
    form.text(line.indicator, `${at}/indicator`, words.costOutcome);
    for (const kind of ['low', 'likely', 'high'] as const)
      form.need(readNumber(line[kind]) !== null, `${at}/${kind}Cents`, words.amount);
    const share = readNumber(line.share);
    form.need(share !== null && share >= 0 && share <= 100, `${at}/cashableShare`, words.share);
    form.need(/^\d{4}$/.test(line.year.trim()), `${at}/year`, words.year);
    form.text(line.payer, `${at}/payer`, words.payer);
    form.text(line.gainer, `${at}/gainer`, words.gainer);
    form.namedSource(line, at);
  });
}
