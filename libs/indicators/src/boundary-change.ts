/**
 * One line of INSEE's list of movements (v_mvt_commune), between communes. A missing side is an empty code: a commune
 * that appears (Mayotte, 2011) or leaves the list (Saint-Barthélemy, 2007).
 */
export interface CommuneMovement {
  /** INSEE's MOD: 20 creation, 21 re-establishment, 30 suppression, 31 to 33 mergers, 41 and 50 change of code… */
  readonly kind: number;
  /** ISO date from which the perimeter after the movement is the valid one. */
  readonly date: string;
  readonly fromCode: string;
  readonly fromName: string;
  readonly toCode: string;
}

/** What a commune code designates between two dates; `validTo` is the first day on which it no longer does. */
export interface Perimeter {
  readonly code: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** merger: several in one. split: one in several. code-change: same ground. transfer: several in several. */
export type BoundaryChangeKind = 'merger' | 'split' | 'code-change' | 'transfer';

export interface BoundaryChange {
  readonly from: Perimeter;
  readonly to: Perimeter;
  readonly effectiveDate: string;
  readonly kind: BoundaryChangeKind;
  /** Part of the former perimeter that goes to the new one; an estimate whenever it is below 1. */
  readonly share: number;
}

export interface BoundaryHistory {
  readonly perimeters: readonly Perimeter[];
  readonly changes: readonly BoundaryChange[];
  /** Movements that contradict the list of current communes: left aside. */
  readonly contradictions: readonly CommuneMovement[];
}

export interface CurrentCommune {
  readonly code: string;
  readonly name: string;
  readonly population: number | null;
}
