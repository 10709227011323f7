import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { z } from 'zod';
import type { homePageSchema, territoryPageSchema } from '../../apps/api/src/dashboards/pages.dto';
import { projectPageSchema, projectsPageSchema } from '../../apps/api/src/dashboards/project-pages.dto';
import { JobsService } from '../../apps/api/src/jobs/jobs.service';
import { getJson, type OwnApplication } from '../support/application';
import { someProjects } from '../support/demonstration';

type ProjectPage = z.infer<typeof projectPageSchema>;

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the pages of projects', () => {
  let projects: OwnApplication;
  let app: NestFastifyApplication;
  let before: string;

  const page = async (path: string) => (await getJson(app, `/api/v1/pages/${path}`)) as unknown;
  const sheet = async (code: string, query = ''): Promise<ProjectPage> =>
    projectPageSchema.parse(await page(`projects/${code}${query}`));
  const tag = async (url: string): Promise<string> => {
    const { headers } = await app.inject({ method: 'GET', url });
    return String(headers.etag);
  };

  beforeAll(async () => {
    projects = await someProjects();
    app = projects.app;
    before = await tag('/api/v1/pages/projects/DEMO-MAISONS');
    await app.get(JobsService).runQueued('estimate-effects', 'test');
  }, 180_000);
  afterAll(() => projects.close());

  it('list what was evaluated, refusals and open conclusions among it, and the examples apart', async () => {
    const list = projectsPageSchema.parse(await page('projects'));
    expect(list.examples.map(({ code }) => code)).toEqual(['MEZIN-ESAT']);
    const kinds = list.projects.map(({ verdict }) => verdict.kind);
    for (const kind of ['favourable', 'unfavourable', 'inconclusive', 'refused']) expect(kinds).toContain(kind);
    expect(list.forest!.table.rows).toHaveLength(list.projects.length);
    expect(list.forest!.svg).not.toBeNull();
    expect(list.doubleEffect!.svg).not.toBeNull();
  });

  it('change when an estimation does, and not before', async () => {
    const after = await tag('/api/v1/pages/projects/DEMO-MAISONS');
    expect(after).not.toBe(before);
    const again = await app.inject({
      method: 'GET',
      url: '/api/v1/pages/projects/DEMO-MAISONS',
      headers: { 'if-none-match': after },
    });
    expect(again.statusCode).toBe(304);
  });

  it('tell an effect with its interval, its certainty, its evidence and its figures', async () => {
    const maisons = await sheet('DEMO-MAISONS');
    expect(maisons.verdict.kind).toBe('favourable');
    expect(plain(maisons.lead[1]!)).toMatch(/compris entre −.* et −.* : baisse très probable\.$/);
    expect(maisons.evidence!.level).toBeGreaterThanOrEqual(3);
    expect(maisons.lead.at(-1)).toBe('Cet écart est attribué au projet (estimation).');
    expect(maisons.counterfactual!.svg).not.toBeNull();
    expect(maisons.gapByPeriod!.svg).not.toBeNull();
    expect(maisons.checks).toHaveLength(5);
    expect(maisons.means.budget!.table.rows.length).toBeGreaterThan(0);
    expect(maisons.registration).not.toBeNull();
    expect(maisons.comments.length).toBeGreaterThan(0);
    expect(maisons.means.participants.at(-1)).toContain('présences ne sont pas des personnes');
    expect(JSON.stringify(maisons)).not.toMatch(/grâce à|undefined|NaN/);
  });

  it('count years from the start where territories did not start together', async () => {
    const centres = await sheet('DEMO-CENTRES-BOURGS');
    expect(centres.lead.join(' ')).not.toMatch(/\ben \d{1,2}\b/);
    expect(centres.counterfactual!.subtitle).toContain('années comptées depuis le début');
  });

  it('say of the founding example that nobody can say, what would be needed, and that its sources disagree', async () => {
    const mezin = await sheet('MEZIN-ESAT');
    expect(mezin.verdict.kind).toBe('refused');
    expect(mezin.refusal!.reason).toContain('Aucune mesure n’existe avant le début du projet');
    expect(mezin.refusal!.needed.length).toBeGreaterThan(0);
    expect(mezin.project.isFictitious).toBe(false);
    const supported = mezin.declaredFacts.find(({ label }) => label === 'Personnes accompagnées')!;
    expect(supported.values).toHaveLength(4);
    expect(plain(supported.disagreement!)).toBe('Les sources ne concordent pas : de 60 à 110.');
  });

  it('say what a project to come could show', async () => {
    const navette = await sheet('DEMO-NAVETTE');
    expect(navette.verdict.kind).toBe('refused');
    expect(plain(navette.power.join(' '))).toMatch(
      /^Avec ces données, seul un effet d’au moins .* point.* sera visible\.$/,
    );
  });

  it('are in English too', async () => {
    const maisons = await sheet('DEMO-MAISONS', '?lang=en');
    expect(maisons.lead.at(-1)).toBe('This difference is attributed to the project (estimate).');
    expect(maisons.verdict.text).toBe('Favourable effect');
  });

  it('give an earlier estimation at its own address, and refuse one that never was', async () => {
    const { history } = await sheet('DEMO-MAISONS');
    const other = history.find(({ link }) => link?.includes('?edition='))!;
    const edition = other.link!.split('?')[1]!;
    const former = await sheet('DEMO-MAISONS', `?${edition}`);
    expect(former.history.find(({ link }) => link === null)!.indicator).toBe(other.indicator);
    const missing = await app.inject({ method: 'GET', url: '/api/v1/pages/projects/DEMO-MAISONS?edition=999999' });
    expect(missing.statusCode).toBe(404);
  });

  it('give each figure as a file', async () => {
    for (const figure of ['counterfactual', 'gap-by-period', 'outcomes', 'budget'])
      for (const [format, type] of [
        ['csv', 'text/csv'],
        ['png', 'image/png'],
      ]) {
        const url = `/api/v1/figures/projects/DEMO-MAISONS/${figure}/${format}`;
        const response = await app.inject({ method: 'GET', url });
        expect([url, response.statusCode]).toEqual([url, 200]);
        expect(response.headers['content-type']).toContain(type);
      }
    const unknown = await app.inject({ method: 'GET', url: '/api/v1/figures/projects/DEMO-MAISONS/nothing/csv' });
    expect(unknown.statusCode).toBe(404);
  });

  it('feed the home page, where one sentence at least is no good news, and the pages of their territories', async () => {
    const home = (await page('home')) as z.infer<typeof homePageSchema>;
    expect(home.forest).not.toBeNull();
    const effects = home.inBrief.filter(({ link }) => link.startsWith('/projets/'));
    expect(effects.some(({ verdict }) => verdict.kind !== 'favourable')).toBe(true);
    expect(home.inBrief.length).toBeLessThanOrEqual(5);
    const { project } = await sheet('DEMO-MAISONS');
    const { level, code } = project.territories[0]!;
    const territory = (await page(`territory/${level}/${code}`)) as z.infer<typeof territoryPageSchema>;
    expect(territory.projects.map((card) => card.code)).toContain('DEMO-MAISONS');
  });

  it('give the source of each value, and how far each milestone is', async () => {
    const [main] = (await sheet('DEMO-MAISONS')).targets;
    expect(main!.baseline.known).toBe('constaté, Données fictives de démonstration');
    expect(main!.target.known).toBe('déclaré, Délibération fictive');
    expect(main!.milestones.map(({ known }) => known)).toEqual(['déclaré, Délibération fictive']);
    expect(plain(main!.milestones[0]!.progress)).toMatch(/^−?\d+ % du chemin vers cette étape$/);
    const sources = (await sheet('DEMO-MAISONS', '?lang=en')).means.budgetSources.map(({ text }) => plain(text));
    expect(sources.at(-1)).toMatch(/^2026: declared amounts, /);
  });

  it('keep secret how few people came', async () => {
    const { project } = await getJson<{ project: { version: number } }>(app, '/api/v1/projects/DEMO-NAVETTE');
    const source = { label: 'Registre', url: null };
    const row = { period: '2026', distinctPeople: 4, attendances: 30, status: 'observed', source };
    const payload = { basedOn: project.version, participation: [row] };
    await app.inject({ method: 'PATCH', url: '/api/v1/projects/DEMO-NAVETTE', payload });
    expect((await sheet('DEMO-NAVETTE')).means.participants.map(plain)).toEqual([
      '2026 : nombre de personnes couvert par le secret statistique, car inférieur à 11 (constaté).',
      '2026 : 30 présences (constaté).',
    ]);
  });

  it('say plainly what changed after a pre-registration, and keep what had been fixed readable', async () => {
    expect((await sheet('DEMO-MAISONS')).registration).toMatchObject({ deviations: [], fixedEvaluation: null });
    const { project } = await getJson<{ project: { version: number; outcomes: { isMain: boolean }[] } }>(
      app,
      '/api/v1/projects/DEMO-MAISONS',
    );
    const outcomes = project.outcomes.map((outcome, rank) => ({ ...outcome, isMain: rank === 1 }));
    const payload = { basedOn: project.version, outcomes, anticipationPeriods: 1 };
    const changed = await app.inject({ method: 'PATCH', url: '/api/v1/projects/DEMO-MAISONS', payload });
    expect(changed.statusCode).toBe(200);
    const registration = (await sheet('DEMO-MAISONS')).registration!;
    expect(registration.kept).toBeNull();
    expect(registration.deviations.map(plain)).toEqual([
      expect.stringMatching(
        /^Le résultat principal a changé après l’enregistrement : « .+ » avait été fixé, « .+ » l’a/,
      ),
      'L’anticipation déclarée a changé après l’enregistrement : 0 auparavant, 1 aujourd’hui (en périodes).',
    ]);
    const fixed = await sheet('DEMO-MAISONS', `?${registration.fixedEvaluation!.link.split('?')[1]}`);
    expect(fixed.verdict.kind).toBe('favourable');
  });
});
