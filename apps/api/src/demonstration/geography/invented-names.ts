import type { Random } from '../random';

// Names that sound like the south-west of France and belong to no place: a test holds them against the official list.
export const departementName = 'Val-d’Esmère';

const starts =
  'Bar Bel Bri Cal Char Cor Dar Dor Esca Fal Fon Gar Gra Jar Lau Lor Mal Mar Mon Nau Or Par Pel Pra Rama Rou Sal Ser Tal Tour Val Ver Vil'.split(
    ' ',
  );
const middles = 'be bou da de fé go li lou ma mé na né no pe ra ri so ta ti vo'.split(' ');
const endings =
  'sac gnac zolles nède brac vères lande mouze dour quevins gelle tignes fosse rolles zens vial doire nesse gourd cherre'.split(
    ' ',
  );
const saints = 'Orvand Aldégier Tulviste Marsende Estuin Bravy Gersonde Ulvère Loncet Aufresne Vidalve Corbanien'.split(
  ' ',
);
const rivers = ['Esmère', 'Lionde', 'Garsole', 'Morvoise'];

function word(random: Random): string {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  const middle = random() < 0.62 ? pick(middles) : '';
  return pick(starts) + middle + pick(endings);
}

/** Distinct names, the plain ones first: they go to the towns. */
export function inventedNames(count: number, random: Random): string[] {
  const names = new Set<string>();
  const saintly = [...saints];
  while (names.size < count) {
    const plain = word(random);
    if ([...names].some((name) => name.includes(plain))) continue;
    const draw = random();
    if (names.size < 12 || draw < 0.72) names.add(plain);
    else if (draw < 0.82)
      names.add(`${plain}-${rivers[Math.floor(random() * rivers.length)] === 'Esmère' ? 'sur-Esmère' : 'sur-Lionde'}`);
    else if (draw < 0.88) names.add(`${plain}-en-Garsole`);
    else if (draw < 0.93) names.add(`${random() < 0.5 ? 'La Roque' : 'Le Mas'}-${plain}`);
    else {
      const saint = saintly.shift();
      if (saint) names.add(`Saint-${saint}`);
    }
  }
  return [...names];
}
