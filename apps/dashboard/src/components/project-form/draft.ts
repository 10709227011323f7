import type { StoredProject } from '../../api/projects';

export type Level = StoredProject['territories'][number]['level'];
type PartnerKind = StoredProject['partners'][number]['kind'];
type Status = StoredProject['budget'][number]['status'];
type Attended = StoredProject['participation'][number];
type Said = StoredProject['facts'][number]['statements'][number];

/** From whom something is known, as typed. */
export interface TypedSource {
  source: string;
  url: string;
}
/** How a value is known, and from whom, as typed. */
export type TypedKnown = TypedSource & { status: Status };
export type TypedValue = TypedKnown & { value: string; date: string };

/** What a source says of something that is counted; two lines of one name are two sources of one fact. */
export type TypedFact = TypedKnown & {
  label: string;
  unit: string;
  low: string;
  high: string;
  when: string;
  /** Counts that are secret are not shown: they can only be kept or taken away. */
  secret: Said | null;
  /** What the form does not show. */
  note: Said['note'];
  indicator: string | null;
};
export type TypedAttendance = TypedKnown & {
  period: string;
  people: string;
  attendances: string;
  secret: Attended | null;
};
export type TypedCost = TypedSource & {
  label: string;
  indicator: string;
  low: string;
  likely: string;
  high: string;
  year: string;
  share: string;
  payer: string;
  gainer: string;
};

/** A project as a person types it. */
export interface Draft {
  code: string;
  title: string;
  summary: string;
  titleEn: string;
  summaryEn: string;
  programme: string;
  aims: StoredProject['aims'][number][];
  objective: string;
  territories: { level: Level; code: string; name: string; startDate: string }[];
  endDate: string;
  anticipation: string;
  mainOutcome: string;
  baseline: TypedValue;
  target: TypedValue;
  milestones: TypedValue[];
  otherOutcomes: string[];
  policies: StoredProject['policies'][number][];
  partners: { name: string; kind: PartnerKind; hasAgreement: boolean }[];
  budget: (TypedKnown & { year: string; voted: string; committed: string; spent: string })[];
  actions: { label: string; startDate: string; endDate: string }[];
  participation: TypedAttendance[];
  facts: TypedFact[];
  unitCosts: TypedCost[];
  /** Whether anybody said that something else happened there, or that nothing did. */
  otherEventsSaid: '' | 'none' | 'some';
  otherEvents: { label: string; date: string }[];
  author: string;
}

export const unsourced = (): TypedSource => ({ source: '', url: '' });
export const unknown = (): TypedKnown => ({ status: 'declared', ...unsourced() });
export const emptyValue = (): TypedValue => ({ value: '', date: '', ...unknown() });

export const emptyDraft = (): Draft => ({
  code: '',
  title: '',
  summary: '',
  titleEn: '',
  summaryEn: '',
  programme: '',
  aims: [],
  objective: '',
  territories: [],
  endDate: '',
  anticipation: '0',
  mainOutcome: '',
  baseline: emptyValue(),
  target: emptyValue(),
  milestones: [],
  otherOutcomes: [],
  policies: [],
  partners: [],
  budget: [],
  actions: [],
  participation: [],
  facts: [],
  unitCosts: [],
  otherEventsSaid: '',
  otherEvents: [],
  author: '',
});
